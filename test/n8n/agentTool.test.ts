import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cadenceSchema, settingsOf } from '../../core/cadence/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { importedCase, importedDebt } from '../../ledger/testing/fixtures.ts';
import { N8nCli } from '../../sandbox/n8n/cli.ts';

let folder: string;
let cli: N8nCli;
let ledger: Ledger;
let caseId: string;
let model: Server;
/** The tool calls that the model makes, one after the other; afterwards it says that it is done. */
let calls: { tool: string; arguments: object }[] = [];
/** What the tools answered it. */
let answers: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-agent-'));
  ledger = openSqliteLedger({ file: join(folder, '.n8n', 'regua', 'ledger.sqlite') });
  await ledger.migrate();
  const on = { portfolio: 'principal', on: '2026-03-10', at: '2026-03-10T12:00:00Z' };
  caseId = (await ledger.importCases([importedCase({}, [importedDebt({ number: 'NF-1', dueDate: '2026-03-09' })])], on))[0]!.caseId;
  const document = cadenceSchema.parse({
    schemaVersion: 2,
    id: 'regua',
    name: 'Teste',
    tiers: [{ id: 'all', name: 'Todos' }],
    tracks: [{ id: 't', name: 'T' }],
    policies: { offers: [{ id: 'padrao', name: 'Padrão', discount: { fine: 100 }, maxInstallments: 2, minInstallmentCents: 1000 }] },
  });
  await ledger.startRun({ id: 'run-1', cadenceId: 'regua', portfolio: 'principal', on: on.on, startedAt: on.at, settings: settingsOf(document) });
  await ledger.recordSteps([{ caseId, cadenceId: 'regua', stepId: 's', cycle: 'c', status: 'entered', on: on.on, at: on.at }]);

  model = createServer(
    (request, response) =>
      void answerAsModel(request).then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))),
  );
  model.listen(0, '127.0.0.1');
  await once(model, 'listening');

  cli = new N8nCli(folder, { REGUA_TODAY: '2026-03-10' });
  await cli.importCredentials([
    { id: 'm', name: 'Modelo', type: 'openAiApi', data: { apiKey: 'only-for-tests', url: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1` } },
  ]);
  await cli.importWorkflow(agentWorkflow());
});

afterAll(async () => {
  model?.close();
  await ledger?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Chat completions as OpenAI's API gives them. */
async function answerAsModel(request: IncomingMessage): Promise<object> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  const { messages } = JSON.parse(text) as { messages: { role: string; content: string }[] };
  answers = messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
  const call = calls[answers.length];
  const message = call
    ? {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: `call_${answers.length}`, type: 'function', function: { name: call.tool, arguments: JSON.stringify(call.arguments) } }],
      }
    : { role: 'assistant', content: 'Pronto.' };
  return {
    id: 'c',
    object: 'chat.completion',
    created: 0,
    model: 'test',
    choices: [{ index: 0, message, finish_reason: call ? 'tool_calls' : 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

function agentWorkflow() {
  const tool = (name: string, type: string, parameters: object) => ({
    id: name,
    name,
    type: `n8n-nodes-regua.${type}`,
    typeVersion: 1,
    position: [0, 200],
    parameters: { descriptionType: 'manual', toolDescription: name, ...parameters },
  });
  const serves = (type: string) => ({ [type]: [[{ node: 'Agente', type, index: 0 }]] });
  return {
    id: 'agente',
    name: 'Agente',
    settings: { executionOrder: 'v1' },
    nodes: [
      { id: 'i', name: 'Início', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
      {
        id: 'a',
        name: 'Agente',
        type: '@n8n/n8n-nodes-langchain.agent',
        typeVersion: 3,
        position: [200, 0],
        parameters: { promptType: 'define', text: 'Negocie.', options: {} },
      },
      {
        id: 'm',
        name: 'Modelo',
        type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
        typeVersion: 1.2,
        position: [0, 100],
        parameters: { model: { __rl: true, mode: 'id', value: 'test' }, options: {} },
        credentials: { openAiApi: { id: 'm', name: 'Modelo' } },
      },
      tool('procurar', 'debtorLookupTool', { operation: 'find', findBy: 'debtNumber', findValue: "={{ $fromAI('numero', 'número do título', 'string') }}" }),
      tool('propor', 'negotiateOfferTool', { operation: 'propose', caseId: "={{ $fromAI('caso', 'código do caso', 'string') }}" }),
      tool('aceitar', 'negotiateOfferTool', {
        operation: 'accept',
        caseId: "={{ $fromAI('caso', 'código do caso', 'string') }}",
        offerId: "={{ $fromAI('proposta', 'código da proposta', 'string') }}",
      }),
    ],
    connections: {
      Início: { main: [[{ node: 'Agente', type: 'main', index: 0 }]] },
      Modelo: serves('ai_languageModel'),
      procurar: serves('ai_tool'),
      propor: serves('ai_tool'),
      aceitar: serves('ai_tool'),
    },
  };
}

describe('an AI agent with our nodes as tools', () => {
  it('looks a debtor up, sees what the policy offers, and is refused what it does not offer', async () => {
    calls = [
      { tool: 'procurar', arguments: { numero: 'NF-1' } },
      { tool: 'procurar', arguments: { numero: 'NF-999' } },
      { tool: 'propor', arguments: { caso: caseId } },
      { tool: 'aceitar', arguments: { caso: caseId, proposta: 'padrao-2026-03-10-99x' } },
      { tool: 'aceitar', arguments: { caso: 'outro', proposta: 'x' } },
    ];
    const result = await cli.execute('agente');
    expect(result.data.resultData.error).toBeUndefined();
    expect(answers).toHaveLength(5);
    const [found, none, offers, refused, unknown] = answers;
    expect(found).toContain(caseId);
    expect(found).not.toContain('52998224725');
    expect(none).toContain('Nenhum caso com este dado');
    expect(offers).toMatch(/avista.*2x/s);
    expect(refused).toContain('não existe ou não está entre as que a política permite');
    expect(unknown).toContain('O caso não está no registro');
    expect((await ledger.loadCases([caseId])).get(caseId)!.agreements).toHaveLength(0);

    const offerId = /[\w-]+-2x/.exec(offers!)![0];
    calls = [{ tool: 'aceitar', arguments: { caso: caseId, proposta: offerId } }];
    await cli.execute('agente');
    expect(answers[0]).toContain('Acordo feito');
    expect((await ledger.loadCases([caseId])).get(caseId)!.agreements).toMatchObject([{ status: 'active', installments: [{}, {}] }]);
  });
});

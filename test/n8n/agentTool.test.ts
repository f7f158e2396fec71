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

/** How a workflow names the case: by one of its own nodes. */
const GIVEN = "={{ $('Caso').first().json.caseId }}";
const fromAi = (key: string) => `={{ $fromAI('${key}', '', 'string') }}`;

/** Tools that no agent may have, or not like this. */
const UNSAFE: Record<string, [type: string, parameters: object]> = {
  caso_da_ia: ['negotiateOfferTool', { operation: 'propose', caseId: fromAi('caso') }],
  caso_da_ia_escondido: ['negotiateOfferTool', { operation: 'propose', caseId: "={{ 'x' + $fromAi('caso', '', 'string').slice(0) }}" }],
  caso_do_item: ['negotiateOfferTool', { operation: 'propose', caseId: '={{ $json.caseId }}' }],
  sem_caso: ['negotiateOfferTool', { operation: 'propose', caseId: '' }],
  politica_da_ia: ['negotiateOfferTool', { operation: 'propose', caseId: GIVEN, policyId: fromAi('politica') }],
  procurar_da_ia: ['debtorLookupTool', { operation: 'find', findBy: 'debtNumber', findValue: fromAi('numero') }],
  procurar_sem_nada: ['debtorLookupTool', { operation: 'find', findBy: 'document', findValue: '' }],
  tarefa_da_ia: ['humanTaskTool', { title: 'Ligar', caseId: fromAi('caso') }],
  quebrar: ['negotiateOfferTool', { operation: 'break', caseId: GIVEN }],
  retomar: ['negotiateOfferTool', { operation: 'reinstate', caseId: GIVEN }],
  exportar: ['debtorLookupTool', { operation: 'export', document: fromAi('documento'), masked: false }],
  apagar: ['debtorLookupTool', { operation: 'erase', document: fromAi('documento'), confirmation: 'APAGAR' }],
  prazo: ['debtorLookupTool', { operation: 'retention', months: 1 }],
  casos: ['debtorLookupTool', { operation: 'due' }],
  importar: ['debtorLookupTool', { operation: 'import' }],
  relatorio: ['debtorLookupTool', { operation: 'report' }],
  avisos: ['debtorLookupTool', { operation: 'unattributed' }],
  dono: ['debtorLookupTool', { operation: 'attribute', eventId: 'x' }],
  sem_titulo: ['paymentsTool', { operation: 'unmatched' }],
  lancar: ['paymentsTool', { operation: 'record', paymentReference: 'x', amount: 10, caseId: GIVEN }],
  mensagem: ['sendMessageTool', { operation: 'send', channel: 'sms' }],
  negativar: ['creditBureauTool', { operation: 'request', caseId: GIVEN }],
  juizado: ['smallClaimsTool', { operation: 'prepare', caseId: GIVEN }],
};

let folder: string;
let cli: N8nCli;
let ledger: Ledger;
let caseId: string;
/** Somebody else's, whom the agent must not reach. */
let other: string;
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
  const bruno = importedCase({ document: '11144477735', name: 'Bruno', contactPoints: [] }, [importedDebt({ number: 'NF-2', dueDate: '2026-03-09' })]);
  other = (await ledger.importCases([bruno], on))[0]!.caseId;
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
      // Stands for whatever authenticated the debtor: the trigger, a link, a table.
      {
        id: 'c',
        name: 'Caso',
        type: 'n8n-nodes-base.set',
        typeVersion: 3.4,
        position: [100, 0],
        parameters: { assignments: { assignments: [{ id: 'x', name: 'caseId', value: caseId, type: 'string' }] } },
      },
      {
        id: 'a',
        name: 'Agente',
        type: '@n8n/n8n-nodes-langchain.agent',
        typeVersion: 3,
        position: [200, 0],
        parameters: { promptType: 'define', text: 'Negocie.', options: { maxIterations: 40 } },
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
      tool('procurar', 'debtorLookupTool', { operation: 'find', findBy: 'caseId', findValue: GIVEN }),
      tool('propor', 'negotiateOfferTool', { operation: 'propose', caseId: GIVEN }),
      tool('aceitar', 'negotiateOfferTool', { operation: 'accept', caseId: GIVEN, offerId: fromAi('proposta') }),
      tool('prometer', 'negotiateOfferTool', { operation: 'promise', caseId: caseId, dueOn: fromAi('dia') }),
      ...Object.entries(UNSAFE).map(([name, [type, parameters]]) => tool(name, type, parameters)),
    ],
    connections: {
      Início: { main: [[{ node: 'Caso', type: 'main', index: 0 }]] },
      Caso: { main: [[{ node: 'Agente', type: 'main', index: 0 }]] },
      Modelo: serves('ai_languageModel'),
      ...Object.fromEntries(['procurar', 'propor', 'aceitar', 'prometer', ...Object.keys(UNSAFE)].map((name) => [name, serves('ai_tool')])),
    },
  };
}

const answersTo = async (...wanted: typeof calls): Promise<string[]> => {
  calls = wanted;
  const result = await cli.execute('agente');
  expect(result.data.resultData.error).toBeUndefined();
  expect(answers).toHaveLength(wanted.length);
  return answers;
};
const subject = async (id = caseId) => (await ledger.loadCases([id])).get(id)!;

describe('an AI agent with our nodes as tools', () => {
  it('sees the one case that the workflow gave, masked, what the policy offers, and is refused what it does not offer', async () => {
    const [found, offers, refused] = await answersTo(
      { tool: 'procurar', arguments: {} },
      { tool: 'propor', arguments: { caseId: other } },
      { tool: 'aceitar', arguments: { caseId: other, proposta: 'padrao-2026-03-10-99x' } },
    );
    expect(found).toContain(caseId);
    expect(found).toContain('***.982.247-**');
    expect(found).not.toMatch(/52998224725|987654321/);
    expect(offers).toMatch(/avista.*2x/s);
    expect(refused).toContain('não existe ou não está entre as que a política permite');
    for (const answer of answers) expect(answer.length).toBeLessThan(3000);
    expect((await subject()).agreements).toHaveLength(0);

    const offerId = /[\w-]+-2x/.exec(offers!)![0];
    await answersTo({ tool: 'aceitar', arguments: { proposta: offerId } });
    expect(answers[0]).toContain('Acordo feito');
    expect((await subject()).agreements).toMatchObject([{ status: 'active', installments: [{}, {}] }]);
    expect((await subject(other)).agreements).toHaveLength(0);
  });

  it('is refused in a sentence, never by silence, whatever lets it choose the person or the rules, undo or erase', async () => {
    const before = JSON.stringify([await subject(), await subject(other)]);
    const all = Object.keys(UNSAFE).map((tool) => ({
      tool,
      arguments: { caso: other, numero: 'NF-2', documento: '11144477735', politica: 'generosa', caseId: other },
    }));
    const told = await answersTo(...all);
    const open = told.map((answer, index) => [all[index]!.tool, answer] as const).filter(([, answer]) => !/"refused":true.*Recusado: /s.test(answer));
    expect(open).toEqual([]);
    expect(told.join()).not.toMatch(/Bruno|Ana Souza/);
    expect(JSON.stringify([await subject(), await subject(other)])).toBe(before);
    expect(await ledger.tasks({})).toEqual([]);
  });

  it('is told in words why a promise was not taken', async () => {
    const [late] = await answersTo({ tool: 'prometer', arguments: { dia: '2030-01-01' } });
    expect(late).toContain('A promessa precisa ser para um dia entre hoje e');
    const [unreadable] = await answersTo({ tool: 'prometer', arguments: { dia: 'um dia' } });
    expect(unreadable).toMatch(/"refused":true.*um dia/s);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CadenceDocument } from '../../core/cadence/index.ts';
import { asCadenceOf } from '../../core/cadence/index.ts';
import { importWorkflowFor, toWorkflow, type CredentialReferences } from '../../core/workflow/index.ts';
import { N8nCli, type ExecutionResult } from '../../sandbox/n8n/cli.ts';
import { startOutbox, type Outbox } from '../../sandbox/outbox/outbox.ts';
import { demoCredentials, refsOf } from '../../sandbox/start/demo.ts';
import { findTemplate } from '../../templates/index.ts';

/** Two clients of one consultant, in one n8n and one ledger, and a person who owes both. */
const template = findTemplate('classica')!.document;
const cadenceOf = (portfolio: string, name: string, document: string): CadenceDocument => {
  const cadence = asCadenceOf(template, portfolio);
  return { ...cadence, name: `Régua ${name}`, creditor: { ...cadence.creditor, name, document } };
};
const horizonte = cadenceOf('Horizonte', 'Loja Horizonte', '11.222.333/0001-81');
const sol = cadenceOf('Sol', 'Escola Sol', '11.444.777/0001-61');
/** Days that the clock has left behind: on the day it shows, its hour would decide whether anything may leave. */
const TUESDAY = '2026-03-10';
const WEDNESDAY = '2026-03-11';

let folder: string;
let cli: N8nCli;
let outbox: Outbox;
let credentials: CredentialReferences;

const save = (id: string, workflow: object) => cli.importWorkflow({ id, ...(workflow as { name: string }) });
const run = (id: string, today = TUESDAY): Promise<ExecutionResult> => cli.execute(id, { REGUA_TODAY: today });
const texts = () => outbox.list().messages.map((message) => message.text);
const itemsIn = (result: ExecutionResult) =>
  Object.values(result.data.resultData.runData)
    .flat()
    .flatMap((once) => (once.data?.main ?? []).flatMap((items) => items ?? []))
    .map(({ json }) => json);
/** What n8n says when the workflow stops, or what its command line says when it does. */
const refusal = (id: string): Promise<string> =>
  run(id).then(
    (result) => result.data.resultData.error?.message ?? '',
    (error: unknown) => String(error),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-creditors-'));
  const files = join(folder, 'arquivos');
  mkdirSync(files);
  outbox = await startOutbox({ dataDir: join(folder, 'outbox') });
  cli = new N8nCli(join(folder, 'n8n'), { N8N_RESTRICT_FILE_ACCESS_TO: files });
  const demo = demoCredentials(outbox, 'segredo-dos-testes');
  const elsewhere = { id: 'registroAlheio01', name: 'Registro novo', type: 'reguaLedger', data: { engine: 'sqlite', file: join(folder, 'novo.sqlite') } };
  await cli.importCredentials([...demo, elsewhere]);
  credentials = refsOf(demo);
  for (const [cadence, number, amount] of [
    [horizonte, 'LOJA-1', '150,00'],
    [sol, 'ESCOLA-1', '90,00'],
  ] as const) {
    const file = join(files, `${cadence.id}.csv`);
    writeFileSync(
      file,
      `Cliente;CPF;Vencimento;Valor;Telefone;E-mail;UF;Título\nAna Souza;529.982.247-25;09/03/2026;${amount};(11) 98765-4321;ana@exemplo.example;SP;${number}\n`,
    );
    await save(`importa-${cadence.portfolio}`, importWorkflowFor(cadence, { portfolioFile: file }));
    await save(`regua-${cadence.portfolio}`, toWorkflow(cadence, { credentials }));
    expect(itemsIn(await run(`importa-${cadence.portfolio}`)).filter((item) => item['debtor'] === 'created')).toHaveLength(1);
  }
});

afterAll(async () => {
  await outbox?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('two creditors in one n8n with the same debtor', () => {
  it('write on one day once, and the second is told of the cap without who else wrote', async () => {
    await run('regua-Horizonte');
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('Loja Horizonte');
    expect(texts()[0]).not.toMatch(/Sol|ESCOLA/);
    const items = itemsIn(await run('regua-Sol'));
    expect(texts()).toHaveLength(1);
    expect(JSON.stringify(items)).toMatch(/já foi (procurado|contatado)/);
    expect(JSON.stringify(items)).not.toMatch(/Horizonte|LOJA-1/);
  });

  it('the second writes on the next day, with its own name, amount and data', async () => {
    await run('regua-Sol', WEDNESDAY);
    expect(texts()).toHaveLength(2);
    const [own] = texts().filter((text) => text.includes('Escola Sol'));
    // An SMS has no room for the number of the título: the amount says which one it is.
    expect(own).toContain('R$90,00');
    expect(own).not.toMatch(/Horizonte|LOJA-1|150,00/);
  });

  it('a third that was left on a portfolio of theirs is refused, naming both, and nothing leaves', async () => {
    await save('regua-intrusa', toWorkflow({ ...cadenceOf('Intrusa', 'Padaria Pão', ''), portfolio: 'Horizonte' }, { credentials }));
    const sentence = await refusal('regua-intrusa');
    expect(sentence).toContain('a carteira "Horizonte" é de Loja Horizonte (régua "Régua Loja Horizonte")');
    expect(sentence).toContain('"Régua Padaria Pão"');
    expect(texts()).toHaveLength(2);
  });

  it('a cadence whose portfolio got another name finds nobody, and n8n shows where its people are, and no other creditor', async () => {
    await save('regua-renomeada', toWorkflow({ ...horizonte, portfolio: 'Loja do centro' }, { credentials }));
    const result = await run('regua-renomeada');
    const hints = JSON.stringify(Object.values(result.data.resultData.runData).flat());
    expect(hints).toContain('A carteira \\"Loja do centro\\" ainda não tem ninguém. Há gente em \\"Horizonte\\" (1 pessoa).');
    expect(hints).not.toContain('\\"Sol\\"');
  });

  it('the node Carteiras renames it with everybody in it', async () => {
    await save('renomear', {
      name: 'Renomear',
      nodes: [
        { id: 'm', name: 'Rodar agora', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
        {
          id: 'c',
          name: 'Carteiras',
          type: 'n8n-nodes-regua.portfolios',
          typeVersion: 1,
          position: [220, 0],
          parameters: { operation: 'rename', portfolio: { __rl: true, mode: 'list', value: 'Horizonte' }, newName: 'Loja do centro' },
        },
      ],
      connections: { 'Rodar agora': { main: [[{ node: 'Carteiras', type: 'main', index: 0 }]] } },
    });
    expect(itemsIn(await run('renomear')).find((item) => item['to'] === 'Loja do centro')).toMatchObject({ from: 'Horizonte', cases: 1 });
    const again = await run('regua-renomeada');
    expect(JSON.stringify(again.data.resultData)).not.toContain('ainda não tem ninguém');
  });

  it('a cadence that ran on this ledger is refused on another one, and nothing is made there', async () => {
    const moved = { ...credentials, reguaLedger: { id: 'registroAlheio01', name: 'Registro novo' } };
    await save('regua-mudada', toWorkflow(sol, { credentials: moved }));
    expect(await refusal('regua-mudada')).toMatch(/trabalha no registro do próprio n8n \(SQLite\).*novo\.sqlite.*"Mudar de registro"/);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../core/civil-date.ts';
import { toWorkflow, type N8nWorkflow } from '../../core/workflow/index.ts';
import { bureauFileOf, openSqliteLedger, type Ledger } from '../../ledger/index.ts';
import { claimFor, importedCase, importedDebt, importedPoint } from '../../ledger/testing/fixtures.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';
import { startOutbox, type Outbox } from '../../sandbox/outbox/outbox.ts';
import { demoCredentials, refsOf } from '../../sandbox/start/demo.ts';
import { deliveryWebhooks } from '../../sandbox/start/deliveryWebhooks.ts';
import { findTemplate } from '../../templates/index.ts';

const classic = findTemplate('classica')!.document;
/** Thirty days after every debt of this story fell due. The clock has left the whole story behind: on the day it shows, its hour would decide. */
const NOTICE_DAY = '2025-11-24';
const DUE = '2025-10-25';
const PEOPLE = { ana: '52998224725', bruno: '11144477735', carla: '12345678909', davi: '98765432100' } as const;
type Person = keyof typeof PEOPLE;

let folder: string;
let n8n: N8n;
let outbox: Outbox;
let ledger: Ledger;
let cases: Record<Person, string>;

const SECRET = 'segredo-dos-testes';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-registration-'));
  ledger = openSqliteLedger({ file: join(folder, '.n8n', 'regua', 'ledger.sqlite') });
  await ledger.migrate();
  const people = Object.entries(PEOPLE).map(([name, document], index) =>
    importedCase({ name: `${name} da Silva`, document, lifetimeValue: 200_000, contactPoints: [importedPoint({ value: `+551198765400${index}` })] }, [
      importedDebt({ number: `NF-${name}`, dueDate: DUE }),
    ]),
  );
  const outcomes = await ledger.importCases(people, { portfolio: classic.portfolio, on: '2025-11-21', at: '2025-11-21T12:00:00Z' });
  cases = Object.fromEntries(Object.keys(PEOPLE).map((name, index) => [name, outcomes[index]!.caseId])) as Record<Person, string>;
  for (const caseId of Object.values(cases)) await spokeWith(caseId);

  outbox = await startOutbox({ dataDir: join(folder, 'outbox'), deliveryWebhooks: () => deliveryWebhooks(n8n.api), webhookSecret: SECRET });
  n8n = await startN8n({ userFolder: folder, env: { REGUA_TODAY: NOTICE_DAY } });
  const credentials = demoCredentials(outbox, SECRET).filter(({ type }) => type === 'reguaGateway' || type === 'reguaWebhook');
  await n8n.cli.importCredentials(credentials);
  await publish(startedByWebhook(toWorkflow(classic, { webhookId: 'regua-classica', credentials: refsOf(credentials) })));
  for (const operation of ['registered', 'removed']) await publish(confirmation(operation));
});

afterAll(async () => {
  await n8n?.stop();
  await outbox?.stop();
  await ledger?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The conversation that comes before a notice: the steps until D+15, each with a message that arrived. */
async function spokeWith(caseId: string): Promise<void> {
  const cycle = (await ledger.loadCases([caseId])).get(caseId)!.debts[0]!.id;
  const { steps } = classic.tracks[0]!;
  for (const { id: stepId, day } of steps.filter((step) => step.day > 0 && step.day <= 15)) {
    const on = addDays(DUE, day);
    const place = { caseId, cadenceId: classic.id, stepId, cycle };
    const [claimed] = await ledger.claim([claimFor(caseId, { ...place, channel: 'email', at: `${on}T13:00:00Z`, localDate: on })]);
    if (claimed?.kind !== 'claimed') throw new Error(`not claimed: ${stepId}`);
    await ledger.recordOutcomes([{ contactId: claimed.contactId, status: 'sent', at: `${on}T13:00:01Z` }]);
    await ledger.recordSteps([{ ...place, status: 'done', on, at: `${on}T13:00:01Z` }]);
  }
}

const webhook = (path: string, extra: object = {}) => ({
  id: `w-${path}`,
  name: 'Chamado',
  type: 'n8n-nodes-base.webhook',
  typeVersion: 2,
  position: [-224, 0],
  webhookId: path,
  parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {}, ...extra },
});

/** As a consultant would: a webhook of n8n's own starts the run and says its date. */
function startedByWebhook(workflow: N8nWorkflow): N8nWorkflow {
  const lookup = workflow.nodes.find((node) => node.name === 'Casos do dia')!;
  lookup.parameters['today'] = '={{ $json.body.today }}';
  const connections = { ...workflow.connections, Chamado: { main: [[{ node: lookup.name, type: 'main', index: 0 }]] } };
  return { ...workflow, nodes: [...workflow.nodes, webhook('rodar') as never], connections };
}

function confirmation(operation: string): N8nWorkflow {
  const node = {
    id: 'confirma',
    name: 'Órgão confirmou',
    type: 'n8n-nodes-regua.creditBureau',
    typeVersion: 1,
    position: [0, 0],
    parameters: { operation, caseId: '={{ $json.body.caseId }}' },
  };
  return {
    name: operation,
    nodes: [webhook(operation), node] as never,
    connections: { Chamado: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
    settings: { executionOrder: 'v1' },
  };
}

async function publish({ name, nodes, connections, settings }: N8nWorkflow): Promise<void> {
  const { id } = await n8n.api.call<{ id: string }>('POST', '/workflows', { name, nodes, connections, settings });
  await n8n.api.call('POST', `/workflows/${id}/activate`);
}

async function call(path: string, body: object): Promise<void> {
  const response = await fetch(`${n8n.url}/webhook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${SECRET}` },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  // What n8n answers when the last node had nothing to say.
  if (!response.ok && !answer.includes('No item to return')) throw new Error(`${path}: ${response.status} ${answer}`);
}

const runOn = (today: string) => call('rodar', { today });
const pays = (who: Person, paidOn: string, amount = '110.00') =>
  call('regua-classica', { event: 'payment', reference: `pix-${who}-${amount}`, amount, paidOn, document: PEOPLE[who], at: `${paidOn}T15:00:00Z` });
const caseOf = async (who: Person) => (await ledger.loadCases([cases[who]])).get(cases[who])!;
const noticesOf = async (who: Person) => (await caseOf(who)).contacts.filter(({ purpose }) => purpose === 'bureau-notice');
const entryOf = async (who: Person) => (await caseOf(who)).bureauEntries[0]?.status;
const tasksOf = async (who: Person) => (await ledger.tasks({ caseId: cases[who], status: 'open' })).map(({ title }) => title);
const sheet = async (today: string): Promise<string> => new TextDecoder().decode((await bureauFileOf(ledger, classic.portfolio, today))?.bytes);

/** What left by an output in the newest run of the cadence. */
async function newestOutput(node: string, output: number): Promise<Record<string, unknown>[]> {
  interface Execution {
    data?: { resultData: { runData: Record<string, { data?: { main: ({ json: Record<string, unknown> }[] | null)[] } }[]> } };
  }
  const { data } = await n8n.api.call<{ data: Execution[] }>('GET', '/executions?includeData=true&limit=10');
  const runs = data.map((execution) => execution.data?.resultData.runData[node]).find((found) => found !== undefined) ?? [];
  return runs.flatMap((once) => once.data?.main[output] ?? []).map(({ json }) => json);
}

/** After one output for each step. */
const NOTHING_TODAY = classic.tracks[0]!.steps.length;

describe('a negativação in the published classic cadence, from the notice to the removal', () => {
  it('sends the notice where delivery can be proven, and learns of each delivery by the receipt', async () => {
    await runOn(NOTICE_DAY);
    const { messages } = outbox.list();
    expect(messages).toHaveLength(4);
    for (const who of ['ana', 'carla', 'davi'] as const) {
      expect(await noticesOf(who)).toMatchObject([{ status: 'sent' }]);
      const message = messages.find(({ to }) => to.endsWith(`400${Object.keys(PEOPLE).indexOf(who)}`))!;
      const delivered = await fetch(`${outbox.url}/api/messages/${message.id}/deliver`, { method: 'POST' });
      expect(delivered.status).toBe(200);
      expect(await noticesOf(who)).toMatchObject([{ status: 'delivered' }]);
    }
    expect(await noticesOf('bruno')).toMatchObject([{ status: 'sent' }]);
  });

  it('registers nobody before the day, and who pays meanwhile is thanked and left in peace', async () => {
    await pays('carla', '2025-12-02');
    const thanks = () => outbox.list().messages.filter(({ text }) => text.includes('Recebemos o seu pagamento'));
    await expect.poll(() => thanks().length, { timeout: 10_000 }).toBe(1);
    expect(thanks()[0]!.text).toMatch(/R\$ 110,00, obrigado\. Vieram R\$ 6,\d\d a mais: nossa equipe vai devolver\. Está tudo certo/);
    expect(await tasksOf('carla')).toEqual([expect.stringMatching(/^Devolver R\$ 6,\d\d a carla/)]);
    await pays('bruno', NOTICE_DAY, '40.00');
    await expect.poll(() => thanks().length, { timeout: 10_000 }).toBe(2);
    expect(thanks()[0]!.text).toMatch(/R\$ 40,00, obrigado\. Ainda falta R\$ 6\d,\d\d do que está em aberto/);
    await runOn('2025-12-08');
    for (const who of Object.keys(PEOPLE) as Person[]) expect(await entryOf(who)).toBeUndefined();
  });

  it('asks for the registration of who was told and did not pay, and waits for whose notice is not proven', async () => {
    await runOn('2025-12-09');
    expect([await entryOf('ana'), await entryOf('bruno'), await entryOf('carla'), await entryOf('davi')]).toEqual([
      'requested',
      undefined,
      undefined,
      'requested',
    ]);
    expect((await sheet('2025-12-09')).match(/INCLUIR/g)).toHaveLength(2);
    expect(await tasksOf('ana')).toEqual([expect.stringMatching(/negativação/i)]);
    const leftInPeace = await newestOutput('Trilha Clássica', NOTHING_TODAY);
    expect(leftInPeace.find(({ caseId }) => caseId === cases.bruno)!['why']).toContainEqual(expect.stringMatching(/aviso.*comprov/i));
  });

  it('asks for the removal the day after the payment, once, with the step long over', async () => {
    for (const who of ['ana', 'davi'] as const) await call('registered', { caseId: cases[who] });
    expect([await entryOf('ana'), await entryOf('davi')]).toEqual(['registered', 'registered']);
    await pays('davi', '2025-12-10');
    await runOn('2025-12-11');
    await runOn('2025-12-11');
    expect([await entryOf('ana'), await entryOf('davi')]).toEqual(['registered', 'removal-requested']);
    expect((await sheet('2025-12-11')).match(/INCLUIR|RETIRAR/g)).toEqual(['RETIRAR']);
    expect((await tasksOf('davi')).filter((title) => /Retirar a negativação/.test(title))).toHaveLength(1);
  });

  it('raises one alarm before the fifth business day while nobody confirmed, and none afterwards', async () => {
    const alarms = async () => (await tasksOf('davi')).filter((title) => title.startsWith('URGENTE')).length;
    await runOn('2025-12-12');
    expect(await alarms()).toBe(0);
    await runOn('2025-12-15');
    await runOn('2025-12-16');
    expect(await alarms()).toBe(1);
    await call('removed', { caseId: cases.davi });
    expect(await entryOf('davi')).toBe('removed');
    expect((await tasksOf('davi')).filter((title) => /negativação/.test(title))).toEqual([]);
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dump } from '../../ledger/testing/opened.ts';
import { dumpSqlite } from '../../ledger/testing/sqlite.ts';
import { CreditBureau } from '../../nodes/CreditBureau/CreditBureau.node.ts';
import { DebtorLookup } from '../../nodes/DebtorLookup/DebtorLookup.node.ts';
import { HumanTask } from '../../nodes/HumanTask/HumanTask.node.ts';
import { NegotiateOffer } from '../../nodes/NegotiateOffer/NegotiateOffer.node.ts';
import { Payments } from '../../nodes/Payments/Payments.node.ts';
import { SendMessage } from '../../nodes/SendMessage/SendMessage.node.ts';
import { SmallClaims } from '../../nodes/SmallClaims/SmallClaims.node.ts';
import type { CoreNode, Outputs } from './support/coreWorkflow.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench, JourneyOptions } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench } from './support/journey.ts';

/** The clock: a Sunday, 22:00 in Brasília, when nobody is to be written to. */
const SUNDAY_NIGHT = new Date('2026-03-09T01:00:00Z');
/** The day that is asked for: a Tuesday. */
const TUESDAY = '2026-03-10';
const NOTE = 'Ensaio: a data pedida (10/03/2026) não é a de hoje; nada saiu e nada foi gravado.';

let bench: Bench;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: SUNDAY_NIGHT });
  bench = await openBench();
  vi.stubEnv('N8N_USER_FOLDER', bench.folder);
  vi.stubEnv('REGUA_DEMONSTRATION', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await bench.close();
});

/** The same servers, reached by credentials of a real sender: they count what arrives. */
function asReal(nodes: readonly CoreNode[]): CoreNode[] {
  const unmarked = Object.fromEntries(Object.entries(bench.credentials).map(([type, data]) => [type, { ...data, outbox: false }]));
  return nodes.map((node) => ({ ...node, credentials: unmarked }));
}

const runAsReal = (options: JourneyOptions): Promise<Outputs> => runInCore([{}], asReal(journey(bench, options)));
const messagesOf = (outputs: Outputs, output: number) => jsonOf(outputs, 'send', output).map(({ message }) => message as Record<string, unknown>);
const arrived = () => bench.outbox.list().messages.length;
const all = (outputs: Outputs): IDataObject[] => Object.values(outputs).flatMap((node) => node.flatMap((items) => items.map(({ json }) => json)));

/** All but the settings of rehearsed runs, which say of themselves what they are. */
async function real(): Promise<Dump> {
  const { rehearsals: _, ...rows } = await dumpSqlite(bench.file);
  return rows;
}

async function node(type: INodeType, parameters: object, items: readonly IDataObject[]): Promise<IDataObject[][]> {
  const outputs = await runInCore(items, [{ name: 'node', node: type, parameters, credentials: bench.credentials }]);
  return [0, 1, 2].map((output) => jsonOf(outputs, 'node', output));
}

describe('a day that is not the clock’s, on a Sunday at 22:00', () => {
  it.each([
    ['in "Data de hoje"', TUESDAY, ''],
    ['in REGUA_TODAY', '', TUESDAY],
    ['in both', '10/03/2026', '2026-04-01'],
  ])('%s: no provider gets anything, nothing is written, and every item says what would have happened', async (_, today, variable) => {
    await importDebtors(bench, debtors(12));
    const before = await real();
    vi.stubEnv('REGUA_TODAY', variable);
    const outputs = await runAsReal({ today, channels: ['email', 'sms'] });
    expect(arrived()).toBe(0);
    expect(await real()).toEqual(before);
    expect(messagesOf(outputs, 0)).toHaveLength(12);
    for (const message of messagesOf(outputs, 0)) {
      expect(message).toMatchObject({ status: 'rehearsed', channel: 'email', to: expect.stringContaining('*') as string });
      expect(message['text']).toContain('venceu em 09/03/2026');
    }
    for (const item of all(outputs)) expect(item).toMatchObject({ rehearsal: true, today: TUESDAY, why: expect.arrayContaining([NOTE]) as string[] });
    expect((await bench.ledger.dayReport({ portfolio: 'principal', on: TUESDAY })).runs).toBe(0);
  });

  it('can be looked at again and again, and then be what really happens', async () => {
    await importDebtors(bench, debtors(2));
    for (let times = 0; times < 2; times += 1) expect(messagesOf(await runAsReal({ today: TUESDAY }), 0)).toHaveLength(2);
    vi.setSystemTime(new Date('2026-03-10T14:00:00Z'));
    expect(messagesOf(await runAsReal({ today: TUESDAY }), 0)).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
    expect(arrived()).toBe(2);
  });

  it('is guarded as that day will be', async () => {
    await importDebtors(bench, debtors(1));
    const outputs = await runAsReal({ today: '2026-03-15' });
    expect(messagesOf(outputs, 1)).toMatchObject([{ status: 'not-sent', code: 'hours', deferredUntil: '2026-03-16' }]);
  });

  it('tells of a missing credential', async () => {
    await importDebtors(bench, debtors(1));
    const nodes = journey(bench, { today: TUESDAY, channels: ['sms'] }).map((one) => ({
      ...one,
      credentials: { reguaLedger: bench.credentials['reguaLedger']! },
    }));
    expect(messagesOf(await runInCore([{}], nodes), 2)).toMatchObject([{ reason: expect.stringContaining('falta a credencial') as string }]);
  });

  it('is kept by an item that lost its marks on the way', async () => {
    await importDebtors(bench, debtors(1));
    const nodes = asReal(journey(bench, { today: TUESDAY, channels: ['sms'] }));
    const [item] = jsonOf(await runInCore([{}], nodes.slice(0, 4)), 'channel', 0);
    const before = await real();
    const { caseId, runId, now } = item!;
    for (const left of [
      { caseId, runId },
      { caseId, runId, today: '2026-03-08' },
      { caseId, runId, today: TUESDAY, now },
    ]) {
      const outputs = await runInCore([left as IDataObject], nodes.slice(4));
      expect(messagesOf(outputs, 0)).toMatchObject([{ status: 'rehearsed' }]);
      expect(jsonOf(outputs, 'send', 0)).toMatchObject([{ rehearsal: true }]);
    }
    expect(arrived()).toBe(0);
    expect(await real()).toEqual(before);
  });

  it('works on the day’s own cases of the same input beside those that are rehearsed', async () => {
    await importDebtors(bench, debtors(2));
    const nodes = asReal(journey(bench, { today: TUESDAY, channels: ['sms'] }));
    const [rehearsed, other] = jsonOf(await runInCore([{}], nodes.slice(0, 4)), 'channel', 0);
    vi.setSystemTime(new Date('2026-03-09T14:00:00Z'));
    const { now: _, rehearsal: __, ...rest } = other!;
    const [lookup] = jsonOf(await runInCore([{}], asReal(journey(bench, { today: '' })).slice(0, 1)), 'lookup', 0);
    const outputs = await runInCore([rehearsed!, { ...rest, runId: lookup!['runId'], today: '2026-03-09' }], nodes.slice(4));
    expect(
      messagesOf(outputs, 0)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['rehearsed', 'sent']);
    expect(bench.outbox.list().messages.map(({ to }) => to)).toEqual([
      (await bench.ledger.loadCases([other!['caseId'] as string])).get(other!['caseId'] as string)!.debtor.contactPoints[0]!.value,
    ]);
  });

  it('gives the team’s own sender nothing that it could send', async () => {
    await importDebtors(bench, debtors(1));
    const before = await real();
    const outputs = await runAsReal({ today: TUESDAY, channels: ['email'], send: { operation: 'composeOnly' } });
    expect(outputs['send']!.map((output) => output.length)).toEqual([0, 1, 0]);
    expect(messagesOf(outputs, 1)).toMatchObject([{ status: 'rehearsed', code: 'rehearsal', text: expect.stringContaining('venceu') as string }]);
    expect(JSON.stringify(outputs['send'])).not.toContain('pessoa0@exemplo.example');
    expect(await real()).toEqual(before);
  });

  it('opens no task, asks no bureau, prepares no claim, makes no agreement and no file', async () => {
    const [caseId] = await importDebtors(bench, debtors(1, { address: 'Rua das Acácias, 7' }));
    const policies = {
      offers: [{ id: 'padrao', name: 'Padrão', discount: { fine: 100 }, maxInstallments: 3, minInstallmentCents: 1000, validityDays: 5 }],
    };
    const before = await real();
    const [item] = jsonOf(await runInCore([{}], journey(bench, { today: TUESDAY, policies }).slice(0, 3)), 'step', 0);
    const [task] = await node(new HumanTask(), { title: 'Ligar' }, [item!]);
    expect(task).toMatchObject([{ rehearsal: true, task: { title: 'Ligar', created: true } }]);
    const [, notYet] = await node(new CreditBureau(), { operation: 'request' }, [item!]);
    expect(notYet).toMatchObject([{ rehearsal: true, bureau: { code: 'notice-missing' } }]);
    const [claim] = await node(new SmallClaims(), { operation: 'prepare' }, [item!]);
    expect(claim).toMatchObject([{ rehearsal: true, smallClaims: { eligible: true } }]);
    const [agreed] = await node(new NegotiateOffer(), { operation: 'accept', installments: 3, policyId: 'padrao' }, [item!]);
    expect(agreed).toMatchObject([{ rehearsal: true, agreement: { status: 'active' } }]);
    const [promised] = await node(new NegotiateOffer(), { operation: 'promise', dueOn: '13/03/2026' }, [item!]);
    expect(promised).toMatchObject([{ rehearsal: true, promise: { dueOn: '2026-03-13' } }]);
    expect(messagesOf(await runAsReal({ today: TUESDAY, policies, channels: ['letter'] }), 0)).toMatchObject([{ status: 'rehearsed', channel: 'letter' }]);
    expect(await real()).toEqual(before);
    expect(await bench.ledger.tasks({ caseId: caseId! })).toEqual([]);
    for (const folder of ['cartas', 'juizado', 'negativacao']) expect(existsSync(join(bench.folder, '.n8n', 'regua', folder))).toBe(false);
  });

  it('asks no bureau also when the notice was proven: no file, no entry', async () => {
    const steps = [
      { id: 'aviso', name: 'Aviso', day: 1, doneWhen: 'action', provides: 'bureau-notice', requires: '' },
      { id: 'registro', name: 'Registro', day: 15, doneWhen: 'action', provides: '', requires: 'bureau-notice' },
    ];
    const [caseId] = await importDebtors(bench, debtors(1));
    vi.setSystemTime(new Date('2026-03-10T14:00:00Z'));
    await runAsReal({ today: '', steps, channels: ['sms'], send: { purpose: 'bureau-notice', texts: { text: [{ body: NOTICE }] } } });
    const { contacts } = (await bench.ledger.loadCases([caseId!])).get(caseId!)!;
    await bench.ledger.recordReceipts({ portfolio: 'principal', receipts: [{ contactId: contacts[0]!.id, status: 'delivered', at: '2026-03-10T15:00:00Z' }] });
    const [item] = jsonOf(await runInCore([{}], journey(bench, { today: '2026-04-10', steps }).slice(0, 1)), 'lookup', 0);
    const before = await real();
    const [asked, no] = await node(new CreditBureau(), { operation: 'request' }, [item!]);
    expect(no).toEqual([]);
    expect(asked).toMatchObject([{ rehearsal: true, bureau: { status: 'requested' } }]);
    expect(await real()).toEqual(before);
    expect(existsSync(join(bench.folder, '.n8n', 'regua', 'negativacao'))).toBe(false);
  });

  it('remembers within one execution what its own nodes did', async () => {
    await importDebtors(bench, debtors(1));
    const task = { node: new HumanTask(), credentials: bench.credentials, parameters: { blockId: 'tarefa', title: 'Ligar' } };
    const [lookup, tier, step] = journey(bench, { today: TUESDAY });
    const nodes = [lookup!, tier!, { ...step!, to: ['one'] }, { ...task, name: 'one' }, { ...task, name: 'two' }];
    const outputs = await runInCore([{}], nodes);
    expect([jsonOf(outputs, 'one', 0)[0]!['task'], jsonOf(outputs, 'two', 0)[0]!['task']]).toMatchObject([{ created: true }, { created: false }]);
  });

  it('imports nothing, and shows what would have come in', async () => {
    await importDebtors(bench, debtors(1));
    const before = await real();
    const row = { Nome: 'Ana Souza', 'CPF/CNPJ': '529.982.247-25', Título: 'NF-1', Vencimento: '09/03/2026', 'Valor (R$)': '10,00', UF: 'SP' };
    const [taken, broken] = await node(new DebtorLookup(), { operation: 'import', today: TUESDAY }, [row, { ...row, 'CPF/CNPJ': '1' }]);
    expect(taken).toMatchObject([{ rehearsal: true, debtor: 'created', debtorName: 'Ana Souza', why: expect.arrayContaining([NOTE]) as string[] }]);
    expect(broken).toMatchObject([{ rehearsal: true, rowNumber: 3 }]);
    expect(await real()).toEqual(before);
  });

  it('books no payment, confirms no message and erases nobody: each says why', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const before = await real();
    vi.stubEnv('REGUA_TODAY', TUESDAY);
    const problem = { code: 'rehearsal.refused', message: expect.stringContaining(NOTE) as string };
    const [, unpaid] = await node(new Payments(), { operation: 'record', paymentReference: 'ted-1', amount: 10, on: TUESDAY }, [{ caseId: caseId! }]);
    expect(unpaid).toMatchObject([{ problem }]);
    const [, , unconfirmed] = await node(new SendMessage(), { operation: 'confirm', contactId: 'x' }, [{ caseId: caseId! }]);
    expect(unconfirmed).toMatchObject([{ problem }]);
    const [, kept] = await node(new DebtorLookup(), { operation: 'erase', document: '000.000.001-91', confirmation: 'APAGAR' }, [{}]);
    expect(kept).toMatchObject([{ erased: false, problem }]);
    await expect(node(new DebtorLookup(), { operation: 'retention', today: '2099-01-01' }, [{}])).rejects.toThrow(/Ensaio.*não se ensaia/);
    expect(await real()).toEqual(before);
  });

  it('is said above a report of that day, whose figures are the real ones', async () => {
    await importDebtors(bench, debtors(1));
    await runAsReal({ today: TUESDAY });
    const [report] = await node(new DebtorLookup(), { operation: 'report', today: TUESDAY }, [{}]);
    expect(report).toMatchObject([{ rehearsal: true, runs: 0 }]);
    expect(report![0]!['text']).toBe(
      'Ensaio: a data pedida (10/03/2026) não é a de hoje. Este relatório conta só o que aconteceu de verdade nesse dia; ensaios não entram.\nNenhuma rodada da carteira "principal" em 10/03/2026.',
    );
  });

  it('is carried by a debtor who was looked up for it', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    await runAsReal({ today: TUESDAY });
    const [found] = await node(new DebtorLookup(), { operation: 'find', today: TUESDAY, findBy: 'caseId', findValue: caseId }, [{}]);
    expect(found).toMatchObject([{ rehearsal: true, today: TUESDAY, now: '2026-03-10T14:00:00Z', why: [NOTE] }]);
  });
});

describe('the clock’s own day', () => {
  it('asked for by name is real, whatever REGUA_TODAY says, and is booked on that day in every node', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    vi.setSystemTime(new Date('2026-03-10T14:00:00Z'));
    vi.stubEnv('REGUA_TODAY', '2026-06-30');
    const outputs = await runAsReal({ today: TUESDAY });
    expect(messagesOf(outputs, 0)).toMatchObject([{ status: 'sent' }]);
    expect(jsonOf(outputs, 'send', 0)[0]).not.toHaveProperty('rehearsal');
    expect(arrived()).toBe(1);
    const subject = (await bench.ledger.loadCases([caseId!])).get(caseId!)!;
    expect(subject.contacts).toMatchObject([{ localDate: TUESDAY, at: '2026-03-10T14:00:00.000Z' }]);
    expect(subject.steps).toMatchObject([{ on: TUESDAY, status: 'done' }]);
  });

  it('sends nothing by a credential that promises to reach nobody and leads elsewhere', async () => {
    await importDebtors(bench, debtors(1));
    vi.setSystemTime(new Date('2026-03-10T14:00:00Z'));
    const elsewhere = { ...bench.credentials, reguaGateway: { ...bench.credentials['reguaGateway'], baseUrl: 'http://gateway.loja.example' } };
    const nodes = journey(bench, { today: '', channels: ['sms'] }).map((one) => ({ ...one, credentials: elsewhere }));
    expect(messagesOf(await runInCore([{}], nodes), 2)).toMatchObject([{ status: 'failed', reason: expect.stringContaining('não é desta máquina') as string }]);
  });
});

describe('a demonstration', () => {
  beforeEach(() => vi.stubEnv('REGUA_DEMONSTRATION', '1'));

  it('sends to the marked outbox, and books it on the day that is played', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const outputs = await runInCore([{}], journey(bench, { today: TUESDAY }));
    expect(messagesOf(outputs, 0)).toMatchObject([{ status: 'sent' }]);
    expect(jsonOf(outputs, 'send', 0)[0]).not.toHaveProperty('rehearsal');
    expect(arrived()).toBe(1);
    expect((await bench.ledger.loadCases([caseId!])).get(caseId!)!.contacts).toMatchObject([{ localDate: TUESDAY }]);
  });

  it('sends nothing by a sender that is not marked, though it is on this machine', async () => {
    await importDebtors(bench, debtors(3));
    const outputs = await runAsReal({ today: TUESDAY, channels: ['sms', 'email'] });
    expect(arrived()).toBe(0);
    expect(messagesOf(outputs, 2)).toHaveLength(3);
    for (const message of messagesOf(outputs, 2)) expect(message['reason']).toMatch(/^ensaio: .*não está marcada como caixa de saída de ensaio; nada saiu/);
  });

  it('sends nothing by a marked sender that is elsewhere', async () => {
    await importDebtors(bench, debtors(1));
    const elsewhere = { ...bench.credentials, reguaSmtp: { ...bench.credentials['reguaSmtp'], host: 'smtp.loja.example' } };
    const nodes = journey(bench, { today: TUESDAY, channels: ['email'] }).map((one) => ({ ...one, credentials: elsewhere }));
    expect(messagesOf(await runInCore([{}], nodes), 2)).toMatchObject([{ reason: expect.stringContaining('não é desta máquina') as string }]);
  });

  it('gives the team’s own sender nothing either', async () => {
    await importDebtors(bench, debtors(1));
    const outputs = await runInCore([{}], journey(bench, { today: TUESDAY, channels: ['sms'], send: { operation: 'composeOnly' } }));
    expect(outputs['send']!.map((output) => output.length)).toEqual([0, 1, 0]);
    expect(JSON.stringify(outputs['send'])).not.toContain('+5511900000001');
  });
});

const NOTICE =
  'Olá, {{ debtor.firstName }}. O título {{ debt.number }} venceu em {{ debt.dueDate }}. Se não houver acordo, ele pode ser incluído em cadastro de proteção ao crédito.';

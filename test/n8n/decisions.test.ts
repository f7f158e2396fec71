import { unzipSync } from 'fflate';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CreditBureau } from '../../nodes/CreditBureau/CreditBureau.node.ts';
import { DebtorLookup } from '../../nodes/DebtorLookup/DebtorLookup.node.ts';
import { HumanTask } from '../../nodes/HumanTask/HumanTask.node.ts';
import { NegotiateOffer } from '../../nodes/NegotiateOffer/NegotiateOffer.node.ts';
import { SmallClaims } from '../../nodes/SmallClaims/SmallClaims.node.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench } from './support/journey.ts';
import { bureauFileOf, courtPackageOf } from '../../ledger/index.ts';
import { ALL_PORTFOLIOS } from '../../ledger/portfolio-scope.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  vi.stubEnv('N8N_USER_FOLDER', bench.folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await bench.close();
});

const policies = {
  offers: [{ id: 'padrao', name: 'Padrão', discount: { fine: 100, interest: 100 }, maxInstallments: 3, minInstallmentCents: 1000, validityDays: 5 }],
  bureau: { noticeWaitDays: 10 },
};

/** Takes the day's cases as far as their step. */
async function casesOf(today: string, change: { steps?: readonly object[]; policies?: object } = {}): Promise<IDataObject[]> {
  const steps = change.steps ?? [{ id: 'hoje', name: 'Hoje', day: 1, doneWhen: 'action', provides: '', requires: '' }];
  const outputs = await runInCore([{}], journey(bench, { today, policies: change.policies ?? policies, steps }).slice(0, 3));
  return outputs['step']!.flat().map(({ json }) => json);
}

/** One node on items; its outputs' items. */
async function run(node: INodeType, parameters: object, items: readonly IDataObject[]): Promise<IDataObject[][]> {
  const outputs = await runInCore(items, [{ name: 'node', node, parameters, credentials: { reguaLedger: bench.credentials['reguaLedger']! } }]);
  return [0, 1, 2].map((output) => jsonOf(outputs, 'node', output));
}

const subjectOf = async (caseId: string) => (await bench.ledger.loadCases([caseId])).get(caseId)!;

describe('offers', () => {
  it('are proposed within the policy, accepted to the cent, and never twice', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10');
    const [proposed] = await run(new NegotiateOffer(), { operation: 'propose', policyId: 'padrao' }, items);
    const offers = proposed![0]!['offers'] as { id: string; kind: string; total: string; savings: string }[];
    expect(offers.map(({ kind }) => kind)).toEqual(['cash', 'installments', 'installments']);
    expect(offers[0]).toMatchObject({ total: '100.00', savings: '2.03' });
    const [accepted] = await run(new NegotiateOffer(), { operation: 'accept', offerId: offers[2]!.id }, proposed!);
    expect(accepted![0]!['agreement']).toMatchObject({ status: 'active', installments: [{ number: 1 }, { number: 2 }, { number: 3 }] });
    const [again, refused] = await run(new NegotiateOffer(), { operation: 'accept', offerId: offers[0]!.id }, proposed!);
    expect([again!.length, refused!.length]).toEqual([0, 1]);
    expect((await subjectOf(caseId!)).agreements).toHaveLength(1);
  });

  it('accepted again on the day on which their agreement was undone make a new agreement', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10');
    const accept = { operation: 'accept', installments: 3, policyId: 'padrao' };
    const [first] = await run(new NegotiateOffer(), accept, items);
    await run(new NegotiateOffer(), { operation: 'reinstate' }, items);
    const [second] = await run(new NegotiateOffer(), accept, items);
    const ids = [first, second].map((items) => (items![0]!['agreement'] as { id: string }).id);
    expect(ids[1]).toBe(`${ids[0]!}:2`);
    expect((await subjectOf(caseId!)).agreements.map(({ status }) => status).sort()).toEqual(['active', 'broken']);
  });

  it('that nobody made are refused, whatever the identification says', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10');
    for (const offerId of ['padrao-2026-03-10-avista', '1x', `padrao-${caseId}-2027-01-01-avista`, `padrao-${caseId}-2026-03-10-99x`]) {
      const [accepted, refused] = await run(new NegotiateOffer(), { operation: 'accept', offerId, policyId: 'padrao' }, items);
      expect([accepted!.length, refused!.length]).toEqual([0, 1]);
    }
    expect((await subjectOf(caseId!)).agreements).toHaveLength(0);
  });

  it('end a step for who gets none, with the reason', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10', { policies: {} });
    const [, none] = await run(new NegotiateOffer(), { operation: 'propose' }, items);
    expect(none![0]!['why']).toEqual(expect.arrayContaining([expect.stringMatching(/política/)]));
    expect((await subjectOf(caseId!)).steps).toMatchObject([{ status: 'skipped' }]);
  });

  it('come back net of what was paid when the agreement is broken', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10');
    await run(new NegotiateOffer(), { operation: 'accept', installments: 3, policyId: 'padrao' }, items);
    const [agreement] = (await subjectOf(caseId!)).agreements;
    await bench.ledger.recordPayment({
      portfolio: ALL_PORTFOLIOS,
      reference: 'p1',
      amount: agreement!.installments[0]!.amount,
      paidOn: agreement!.installments[0]!.dueDate,
      at: '2026-03-16T12:00:00Z',
      caseId: caseId!,
    });
    const inTime = await run(new NegotiateOffer(), { operation: 'break' }, [{ ...items[0]!, today: '2026-04-01', now: '2026-04-01T14:00:00Z' }]);
    expect(inTime.map((output) => output.length)).toEqual([0, 1, 0]);
    const [broken] = await run(new NegotiateOffer(), { operation: 'break' }, [{ ...items[0]!, today: '2026-06-30', now: '2026-06-30T14:00:00Z' }]);
    expect(broken![0]).toMatchObject({ agreement: { status: 'broken', paid: '34.01' }, debt: { count: 1 } });
    const after = await subjectOf(caseId!);
    expect(after.agreements[0]!.status).toBe('broken');
    expect(after.debts[0]).toMatchObject({ status: 'open', payments: [{ amount: 3401 }] });
  });

  it('break by themselves once the tolerance is over, and the case goes on in the cadence on the same day', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10');
    await run(new NegotiateOffer(), { operation: 'accept', installments: 3, policyId: 'padrao' }, items);
    await casesOf('2026-03-11');
    expect((await subjectOf(caseId!)).agreements[0]!.status).toBe('active');
    const [later] = await casesOf('2026-06-30', { steps: [{ id: 'longe', name: 'Longe', day: 60, doneWhen: 'action', provides: '', requires: '' }] });
    expect(later).toMatchObject({ step: { id: 'longe' }, why: expect.arrayContaining([expect.stringContaining('desfeito')]) as string[] });
    expect((await subjectOf(caseId!)).agreements[0]!.status).toBe('broken');
  });

  it('let a promise pause the cadence, within the policy’s days', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10');
    const far = await run(new NegotiateOffer(), { operation: 'promise', dueOn: '2026-12-25' }, items);
    expect(far.map((output) => output.length)).toEqual([0, 1, 0]);
    const near = await run(new NegotiateOffer(), { operation: 'promise', dueOn: '13/03/2026' }, items);
    expect(near[0]![0]!['promise']).toEqual({ dueOn: '2026-03-13', amount: '102.03' });
    expect((await subjectOf(caseId!)).promises).toMatchObject([{ dueOn: '2026-03-13', amount: 10_203, status: 'open' }]);
  });
});

describe('human tasks', () => {
  it('are opened once however often the node runs, and close the step', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-13', { steps: [{ id: 'ligar', name: 'Ligar', day: 4, doneWhen: 'action', provides: '', requires: '' }] });
    const parameters = { title: 'Ligar para o cliente', dueInBusinessDays: 1, blockId: 'b1' };
    const [first] = await run(new HumanTask(), parameters, items);
    const [second] = await run(new HumanTask(), parameters, items);
    expect([first![0]!['task'], second![0]!['task']]).toMatchObject([{ created: true, dueOn: '2026-03-16' }, { created: false }]);
    expect(await bench.ledger.tasks({ caseId: caseId! })).toHaveLength(1);
    expect((await subjectOf(caseId!)).steps).toMatchObject([{ stepId: 'ligar', status: 'done' }]);
  });
});

describe('the credit bureau', () => {
  const steps = [
    { id: 'aviso', name: 'Aviso', day: 1, doneWhen: 'action', provides: 'bureau-notice', requires: '' },
    { id: 'registro', name: 'Registro', day: 15, doneWhen: 'action', provides: '', requires: 'bureau-notice' },
  ];

  async function noticed(): Promise<string> {
    const [caseId] = await importDebtors(bench, debtors(1));
    const send = {
      purpose: 'bureau-notice',
      texts: {
        text: [
          {
            body: 'Olá, {{ debtor.firstName }}. O título {{ debt.number }} venceu em {{ debt.dueDate }}. Se não houver acordo, ele pode ser incluído em cadastro de proteção ao crédito.',
          },
        ],
      },
    };
    await runInCore([{}], journey(bench, { steps, policies, send }));
    const { contacts } = await subjectOf(caseId!);
    await bench.ledger.recordReceipts({ portfolio: 'principal', receipts: [{ contactId: contacts[0]!.id, status: 'delivered', at: '2026-03-10T15:00:00Z' }] });
    return caseId!;
  }

  it('gets a request only after a proven notice and its wait, once, with a spreadsheet and a task', async () => {
    const caseId = await noticed();
    const items = await casesOf('2026-03-24', { steps });
    expect(items).toMatchObject([{ step: { id: 'registro' } }]);
    const early = await run(new CreditBureau(), { operation: 'request' }, [{ ...items[0]!, today: '2026-03-12', now: '2026-03-12T14:00:00Z' }]);
    expect(early[1]).toMatchObject([{ bureau: { code: 'notice-waiting', earliestOn: '2026-03-20' } }]);
    await run(new CreditBureau(), { operation: 'request' }, items);
    const sheet = new TextDecoder().decode((await bureauFileOf(bench.ledger, 'principal', '2026-03-10'))!.bytes);
    expect(sheet).toContain('INCLUIR');
    expect(await bench.ledger.tasks({ caseId, status: 'open' })).toMatchObject([{ kind: 'bureau-request' }]);
    const again = await run(new CreditBureau(), { operation: 'request' }, items);
    expect(again[1]).toMatchObject([{ bureau: { code: 'already-registered' } }]);
    expect((await subjectOf(caseId)).bureauEntries).toHaveLength(1);
  });

  it('is asked for the removal after payment, and raises the alarm before the fifth business day', async () => {
    const caseId = await noticed();
    const items = await casesOf('2026-03-24', { steps });
    await run(new CreditBureau(), { operation: 'request' }, items);
    await run(new CreditBureau(), { operation: 'registered' }, items);
    expect((await subjectOf(caseId)).bureauEntries).toMatchObject([{ status: 'registered' }]);
    const nothing = await run(new CreditBureau(), { operation: 'removal' }, items);
    expect(nothing.map((output) => output.length)).toEqual([0, 1, 0]);
    await bench.ledger.recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix', amount: 50_000, paidOn: '2026-03-27', at: '2026-03-27T12:00:00Z', caseId });
    const on = (today: string) => [{ ...items[0]!, today, now: `${today}T14:00:00Z` }];
    expect((await run(new CreditBureau(), { operation: 'check' }, on('2026-03-30'))).map((output) => output.length)).toEqual([1, 0, 0]);
    const [, alarm] = await run(new CreditBureau(), { operation: 'check' }, on('2026-04-02'));
    expect(alarm![0]!['bureau']).toMatchObject({ entries: [{ removal: 'alarm', deadline: '2026-04-06' }] });
    const [removal] = await run(new CreditBureau(), { operation: 'removal' }, on('2026-04-02'));
    expect(removal![0]!['bureau']).toMatchObject({ removals: [{ status: 'removal-requested', deadline: '2026-04-06' }] });
    await run(new CreditBureau(), { operation: 'removed' }, on('2026-04-06'));
    expect((await subjectOf(caseId)).bureauEntries).toMatchObject([{ status: 'removed', removedOn: '2026-04-06' }]);
  });
});

describe('small claims', () => {
  it('are prepared once for who may sue, and filed with their number', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const items = await casesOf('2026-03-10');
    const [prepared] = await run(new SmallClaims(), { operation: 'prepare' }, items);
    expect(prepared![0]!['smallClaims']).toMatchObject({ amount: '102.03', eligible: true, lawyerRequired: false });
    const paper = await courtPackageOf(bench.ledger, caseId!, '2026-03-10');
    expect(Object.keys(unzipSync(paper!.bytes))).toEqual(expect.arrayContaining(['1-peticao.pdf', '4-avisos-e-comprovantes.pdf']));
    await run(new SmallClaims(), { operation: 'prepare' }, items);
    expect((await subjectOf(caseId!)).filings).toMatchObject([{ status: 'prepared', amount: 10_203 }]);
    await run(new SmallClaims(), { operation: 'filed', docket: '0001234-56.2026.8.26.0100' }, items);
    expect((await subjectOf(caseId!)).filings).toMatchObject([{ status: 'filed', docket: '0001234-56.2026.8.26.0100' }]);
    expect(await bench.ledger.tasks({ caseId: caseId!, status: 'open' })).toHaveLength(0);
  });
});

describe('import and look-up', () => {
  const row = {
    Nome: 'Ana Souza',
    'CPF/CNPJ': '529.982.247-25',
    Título: 'NF-1',
    Vencimento: '09/03/2026',
    'Valor (R$)': '1.234,56',
    Celular: '(11) 98765-4321',
    UF: 'SP',
  };

  it('take every row: into a case, or out with reasons in Portuguese, tied to the row', async () => {
    const rows = [row, { ...row, Título: 'NF-2' }, { ...row, 'CPF/CNPJ': '111.111.111-11', Título: 'NF-3' }];
    const outputs = await runInCore(rows, [
      { name: 'import', node: new DebtorLookup(), parameters: { operation: 'import', today: '2026-03-10' }, credentials: bench.credentials },
    ]);
    expect(outputs['import']![0]).toMatchObject([
      { json: { debtorName: 'Ana Souza', documentMasked: '***.982.247-**', debts: 2, principal: '2469.12' }, pairedItem: [{ item: 0 }, { item: 1 }] },
    ]);
    expect(outputs['import']![1]).toMatchObject([{ json: { rowNumber: 4, reasons: [expect.stringContaining('CPF') as string] }, pairedItem: { item: 2 } }]);
  });

  it('find a debtor by document, phone, e-mail or title, masked, and say when there is none', async () => {
    await run(new DebtorLookup(), { operation: 'import', today: '2026-03-10' }, [row]);
    for (const [findBy, findValue] of [
      ['document', '52998224725'],
      ['phone', '11 98765-4321'],
      ['debtNumber', 'NF-1'],
    ]) {
      const [found] = await run(new DebtorLookup(), { operation: 'find', today: '2026-03-10', findBy, findValue }, [{}]);
      expect(found).toMatchObject([{ debtor: { name: 'Ana Souza', documentMasked: '***.982.247-**' }, debt: { total: '1259.66' } }]);
      expect(JSON.stringify(found)).not.toContain('52998224725');
    }
    const [, none] = await run(new DebtorLookup(), { operation: 'find', findBy: 'document', findValue: '000.000.001-91' }, [{}]);
    expect(none).toMatchObject([{ found: false }]);
  });
});

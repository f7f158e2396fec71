import { describe, expect, test } from 'vitest';
import type { Ledger, ReversalInput } from '../ledger.ts';
import { ANA, AT, IMPORT, importedCase, importedDebt, importOne, ON, PORTFOLIO } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

/** Due on Monday 2 March; on the 10th, eight days late, R$ 100,00 are worth 102,27. */
const OWED = 10_227;

export function reversalSuite(ledger: () => Ledger): void {
  const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;
  const kinds = async (caseId: string) => (await ledger().events(caseId)).map((event) => event.kind);
  const pay = (caseId: string, reference: string, amount: number = OWED) =>
    ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference, amount, paidOn: ON, at: AT, caseId });
  const reverse = (change: Partial<ReversalInput> = {}) =>
    ledger().reversePayment({
      portfolio: ALL_PORTFOLIOS,
      reference: 'med-1',
      paymentReference: 'pix-1',
      reversalKind: 'med',
      on: '2026-03-12',
      at: '2026-03-12T12:00:00.000Z',
      ...change,
    });
  const agree = (caseId: string, debtIds: string[], id = 'acordo-1') =>
    ledger().saveAgreement({
      id,
      caseId,
      madeOn: ON,
      debtIds,
      originalTotal: OWED,
      total: 9000,
      installments: [
        { number: 1, dueDate: '2026-03-15', amount: 3000 },
        { number: 2, dueDate: '2026-04-15', amount: 6000 },
      ],
      status: 'active',
      at: AT,
    });

  describe('a payment that goes back', () => {
    test('reopens the debt as it was, with an event, and the case is looked at the same day', async () => {
      const caseId = await importOne(ledger());
      await pay(caseId, 'pix-1');
      await ledger().schedule([{ caseId, nextActionOn: null }]);
      const [debt] = (await subject(caseId)).debts;
      expect(await reverse()).toEqual({ kind: 'reversed', caseId, amount: OWED, debtIds: [debt!.id], agreementIds: [] });
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'open', payments: [] }]);
      expect(await kinds(caseId)).toEqual(expect.arrayContaining(['payment.reversed', 'debt.reopened']));
      const due = await ledger().takeDue({ portfolio: PORTFOLIO, on: '2026-03-12', now: AT, limit: 10, leaseMs: 1, owner: 'teste' });
      expect(due.map(({ id }) => id)).toEqual([caseId]);
    });

    test('counts once, also when its notice comes twice at the same moment', async () => {
      const caseId = await importOne(ledger());
      await pay(caseId, 'pix-1');
      const results = await Promise.all([reverse(), reverse(), reverse()]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['duplicate', 'duplicate', 'reversed']);
      expect(await reverse({ reference: 'med-2' })).toMatchObject({ kind: 'refused', reason: 'Este pagamento já foi estornado por inteiro.' });
      // The payment's own webhook, repeated, does not bring the money back.
      expect(await pay(caseId, 'pix-1')).toEqual({ kind: 'duplicate', caseId });
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'open', payments: [] }]);
    });

    test('in part leaves the rest where it was, and never more than came in', async () => {
      const caseId = await importOne(ledger());
      await pay(caseId, 'pix-1');
      expect(await reverse({ amount: 2000 })).toMatchObject({ kind: 'reversed', amount: 2000 });
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'open', payments: [{ amount: OWED - 2000 }] }]);
      expect(await reverse({ reference: 'med-2', amount: OWED })).toMatchObject({ kind: 'refused' });
      expect(await reverse({ reference: 'med-3' })).toMatchObject({ kind: 'reversed', amount: OWED - 2000 });
      expect((await subject(caseId)).debts).toMatchObject([{ payments: [] }]);
    });

    test('takes the rest that was let go beside it along', async () => {
      const caseId = await importOne(ledger());
      await pay(caseId, 'pix-1', OWED - 50);
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'paid', waivers: [{ amount: 50, date: ON }] }]);
      await reverse();
      expect((await subject(caseId)).debts[0]).not.toHaveProperty('waivers');
    });

    test('gives way to what another payment had left over: who paid twice and got one back owes nothing', async () => {
      const caseId = await importOne(ledger());
      await pay(caseId, 'pix-1');
      expect(await pay(caseId, 'pix-2')).toMatchObject({ excess: OWED });
      expect(await reverse()).toMatchObject({ kind: 'reversed', debtIds: [] });
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'paid', payments: [{ amount: OWED, reference: 'pix-2' }] }]);
      expect(await kinds(caseId)).toContain('payment.excess-applied');
    });

    test('takes the excess first: giving back what was paid too much disturbs nothing', async () => {
      const caseId = await importOne(ledger());
      await pay(caseId, 'pix-1', OWED + 300);
      expect(await reverse({ amount: 300, reversalKind: 'refund' })).toMatchObject({ kind: 'reversed', debtIds: [] });
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'paid', payments: [{ amount: OWED }] }]);
    });

    test('reopens the instalments it had paid, and an agreement that was thought kept is in force again', async () => {
      const caseId = await importOne(ledger());
      const [debt] = (await subject(caseId)).debts;
      await agree(caseId, [debt!.id]);
      await pay(caseId, 'pix-1', 4000);
      await pay(caseId, 'pix-2', 5000);
      expect(await subject(caseId)).toMatchObject({ agreements: [{ status: 'completed' }], debts: [{ status: 'paid' }] });
      expect(await reverse({ paymentReference: 'pix-2' })).toMatchObject({ debtIds: [debt!.id], agreementIds: ['acordo-1'] });
      expect(await subject(caseId)).toMatchObject({ agreements: [{ status: 'active' }], debts: [{ status: 'open' }] });
      expect((await subject(caseId)).agreements[0]!.installments).toEqual([
        { number: 1, dueDate: '2026-03-15', amount: 3000, paidOn: ON, paidAmount: 3000 },
        { number: 2, dueDate: '2026-04-15', amount: 6000, paidAmount: 1000 },
      ]);
    });

    test('after the agreement broke leaves the debts it had been moved to', async () => {
      const caseId = await importOne(ledger());
      const [debt] = (await subject(caseId)).debts;
      await agree(caseId, [debt!.id]);
      await pay(caseId, 'pix-1', 4000);
      await ledger().breakAgreement({ caseId, agreementId: 'acordo-1', on: '2026-03-11', at: AT });
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'open', payments: [{ date: ON, amount: 3000, reference: 'pix-1' }, { amount: 1000 }] }]);
      await reverse({ amount: 3500 });
      const after = await subject(caseId);
      expect(after.debts).toMatchObject([{ payments: [{ amount: 500 }] }]);
      expect(after.agreements[0]!.installments.map(({ paidAmount }) => paidAmount)).toEqual([500, undefined]);
    });

    test('makes a kept promise open again', async () => {
      const caseId = await importOne(ledger());
      await ledger().savePromise({ id: 'promessa-1', caseId, madeOn: ON, dueOn: '2026-03-12', amount: 5000, status: 'open', at: AT });
      await pay(caseId, 'pix-1');
      expect((await subject(caseId)).promises).toMatchObject([{ status: 'kept' }]);
      await reverse();
      expect((await subject(caseId)).promises).toMatchObject([{ status: 'open' }]);
    });

    test('is not brought back by a table that still shows it; a new payment of the same sum counts', async () => {
      const paid = { date: ON, amount: OWED };
      const table = importedCase({}, [importedDebt({ payments: [paid], status: 'paid' })]);
      const caseId = await importOne(ledger());
      await pay(caseId, 'pix-1');
      await reverse();
      await ledger().importCases([table], IMPORT);
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'open', payments: [] }]);
      await ledger().importCases([importedCase({}, [importedDebt({ payments: [{ date: '2026-03-16', amount: 10_247 }] })])], IMPORT);
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'paid', payments: [{ date: '2026-03-16', amount: 10_247 }] }]);
    });

    test('steps and contacts of the cycle stay done', async () => {
      const caseId = await importOne(ledger());
      const cycle = (await subject(caseId)).debts[0]!.id;
      await ledger().recordSteps([{ caseId, cadenceId: 'classica', stepId: 'd1', cycle, status: 'done', on: ON, at: AT }]);
      await pay(caseId, 'pix-1');
      await reverse();
      expect((await subject(caseId)).steps).toMatchObject([{ stepId: 'd1', cycle, status: 'done' }]);
    });

    test('of a payment that had found no debt takes it off the list', async () => {
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 500, paidOn: ON, at: AT, document: ANA });
      expect(await ledger().unmatchedPayments({ portfolio: ALL_PORTFOLIOS })).toHaveLength(1);
      expect(await reverse()).toMatchObject({ kind: 'set-aside' });
      expect(await ledger().unmatchedPayments({ portfolio: ALL_PORTFOLIOS })).toEqual([]);
      expect(await ledger().unmatchedPayments({ portfolio: ALL_PORTFOLIOS, status: 'all' })).toMatchObject([
        { reference: 'pix-1', resolvedAt: '2026-03-12T12:00:00.000Z' },
      ]);
      expect(await reverse({ paymentReference: 'nunca-visto' })).toMatchObject({ kind: 'not-found' });
    });

    test.each([
      [{ amount: 0 }, 'amount'],
      [{ amount: 1.5 }, 'amount'],
      [{ reference: ' ' }, 'reference'],
      [{ paymentReference: '' }, 'paymentReference'],
      [{ on: '12/03/2026' }, 'on'],
    ])('%j is refused for its %s', async (change, field) => {
      await expect(reverse(change)).rejects.toMatchObject({ code: 'ledger.reversal', field });
    });
  });

  describe('payments without a debt', () => {
    const lost = (reference: string, amount: number = OWED) =>
      ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference, amount, paidOn: ON, at: AT, debtNumber: 'NF-999', document: '11144477735' });

    test('are listed with what they said of themselves, oldest first, and placed where a person says', async () => {
      const caseId = await importOne(ledger());
      await lost('pix-1');
      await lost('pix-2', 100);
      expect(await ledger().unmatchedPayments({ portfolio: ALL_PORTFOLIOS })).toEqual([
        {
          portfolio: '',
          reference: 'pix-1',
          amount: OWED,
          paidOn: ON,
          at: AT,
          reason: expect.stringContaining('Nenhum título'),
          debtNumber: 'NF-999',
          document: '11144477735',
        },
        expect.objectContaining({ portfolio: '', reference: 'pix-2', amount: 100 }),
      ]);
      expect(await ledger().assignPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', caseId, at: AT })).toMatchObject({
        kind: 'applied',
        caseId,
        settled: true,
      });
      expect((await ledger().unmatchedPayments({ portfolio: ALL_PORTFOLIOS })).map(({ reference }) => reference)).toEqual(['pix-2']);
      // Placed twice it counts once.
      expect(await ledger().assignPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', caseId, at: AT })).toEqual({ kind: 'duplicate', caseId });
    });

    test('placed where nothing is found they stay on the list', async () => {
      await lost('pix-1');
      expect(await ledger().assignPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', debtNumber: 'NF-77', at: AT })).toMatchObject({ kind: 'unmatched' });
      expect(await ledger().unmatchedPayments({ portfolio: ALL_PORTFOLIOS })).toHaveLength(1);
    });

    test('what cannot be placed is refused with a sentence that helps', async () => {
      await lost('pix-1');
      await expect(ledger().assignPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-9', caseId: 'x', at: AT })).rejects.toMatchObject({
        code: 'ledger.unmatched-unknown',
        field: 'reference',
      });
      await expect(ledger().assignPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', at: AT })).rejects.toMatchObject({
        code: 'ledger.unmatched-target',
      });
    });
  });
}

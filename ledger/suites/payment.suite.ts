import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../core/case/index.ts';
import type { Ledger, PaymentInput } from '../ledger.ts';
import { ANA, AT, claimFor, IMPORT, importedCase, importedDebt, importOne, ON, PORTFOLIO, runWith } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

/** Due on Monday 2 March; on the 10th, eight days late, R$ 100,00 are worth 100,00 + 2,00 + 0,27. */
const OWED_ON_THE_10TH = 10_227;

export function paymentSuite(ledger: () => Ledger): void {
  const pay = (change: Partial<PaymentInput>) =>
    ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: OWED_ON_THE_10TH, paidOn: ON, at: AT, ...change });
  const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;
  const kinds = async (caseId: string) => (await ledger().events(caseId)).map((event) => event.kind);
  const isDue = async () => (await ledger().takeDue({ portfolio: PORTFOLIO, on: ON, now: AT, limit: 10, leaseMs: 1, owner: 'teste' })).length > 0;

  describe('payment', () => {
    test('what covers the charges settles the debt; less than that and the tolerance leaves it open', async () => {
      const ana = await importOne(ledger());
      const bruno = await importOne(ledger(), importedCase({ document: '11144477735' }));
      expect(await pay({ caseId: ana })).toEqual({ kind: 'applied', caseId: ana, debtIds: [(await subject(ana)).debts[0]!.id], settled: true, excess: 0 });
      expect(await pay({ caseId: bruno, reference: 'pix-2', amount: OWED_ON_THE_10TH - 101 })).toMatchObject({ settled: false, excess: 0 });
      expect((await subject(ana)).debts[0]).toMatchObject({ status: 'paid', payments: [{ date: ON, amount: OWED_ON_THE_10TH, reference: 'pix-1' }] });
      expect((await subject(bruno)).debts[0]).toMatchObject({ status: 'open', payments: [{ amount: OWED_ON_THE_10TH - 101 }] });
      expect(await kinds(ana)).toEqual(['debt.created', 'debtor.created', 'payment.applied', 'debt.paid']);
    });

    test('what a message asked for settles the debt the day after, and the rest is let go with its reason', async () => {
      const caseId = await importOne(ledger());
      await ledger().startRun(runWith({}, {}, { payment: { toleranceCents: 0 } }));
      const debtId = (await subject(caseId)).debts[0]!.id;
      await ledger().claim([claimFor(caseId, { cycle: debtId, localDate: '2026-03-09', at: '2026-03-09T12:00:00Z', asked: [{ debtId, total: 10_223 }] })]);
      expect(await pay({ caseId, amount: 10_223 })).toMatchObject({ settled: true, excess: 0 });
      expect((await subject(caseId)).debts[0]).toMatchObject({
        status: 'paid',
        waivers: [{ date: ON, amount: 4, reason: 'Foi pago o valor pedido na mensagem de 09/03/2026' }],
      });
      expect(await kinds(caseId)).toContain('debt.rest-waived');
    });

    test('cents that a table leaves are let go too', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ payments: [{ date: ON, amount: OWED_ON_THE_10TH - 3 }] })]));
      expect((await subject(caseId)).debts).toMatchObject([{ status: 'paid', waivers: [{ amount: 3 }] }]);
    });

    test('the terms are those of the newest run of the portfolio', async () => {
      const caseId = await importOne(ledger());
      await ledger().startRun(runWith({ id: 'velha', startedAt: '2026-03-01T12:00:00Z' }, { finePercent: '2', interestMonthlyPercent: '1' }));
      await ledger().startRun(runWith({ id: 'nova' }, { finePercent: '0', interestMonthlyPercent: '0' }));
      expect(await pay({ caseId, amount: 10_000 })).toMatchObject({ settled: true, excess: 0 });
    });

    test('who pays on Monday what fell due on Sunday owes no fine', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ dueDate: '2026-03-01' })]));
      expect(await pay({ caseId, amount: 10_000, paidOn: '2026-03-02' })).toMatchObject({ settled: true });
    });

    test('two partial payments settle together, whatever their order of arrival', async () => {
      const caseId = await importOne(ledger());
      await pay({ caseId, amount: 5000, paidOn: '2026-03-09' });
      expect(await pay({ caseId, reference: 'pix-2', amount: 5000, paidOn: '2026-03-02' })).toMatchObject({ settled: false });
      expect(await pay({ caseId, reference: 'pix-3', amount: 112, paidOn: '2026-03-09' })).toMatchObject({ settled: true, excess: 0 });
    });

    test('the same reference twice is applied once, also when both arrive at the same moment', async () => {
      const caseId = await importOne(ledger());
      const results = await Promise.all([pay({ caseId, amount: 100 }), pay({ caseId, amount: 100 }), pay({ debtNumber: 'NF-1', amount: 100 })]);
      expect(results.map((result) => result.kind).sort()).toEqual(['applied', 'duplicate', 'duplicate']);
      expect(await pay({ document: ANA, amount: 100 })).toEqual({ kind: 'duplicate', caseId });
      expect((await subject(caseId)).debts[0]!.payments).toHaveLength(1);
    });

    test('what is left over pays the next oldest debt, never a contested one, and the rest is excess', async () => {
      const caseId = await importOne(
        ledger(),
        importedCase({}, [
          importedDebt({ number: 'nova', dueDate: '2026-03-10' }),
          importedDebt({ number: 'velha', dueDate: '2026-03-09' }),
          importedDebt({ number: 'contestada', dueDate: '2026-03-05' }),
        ]),
      );
      const { debts } = await subject(caseId);
      await ledger().recordDispute({ caseId, debtIds: [debts.find((debt) => debt.number === 'contestada')!.id], on: ON, at: AT });
      const result = await pay({ caseId, amount: 10_203 + 10_000 + 500 });
      expect(result).toMatchObject({ kind: 'applied', settled: false, excess: 500 });
      expect((await subject(caseId)).debts.map((debt) => [debt.number, debt.status, debt.payments.map((payment) => payment.amount)])).toEqual([
        ['contestada', 'open', []],
        ['velha', 'paid', [10_203]],
        ['nova', 'paid', [10_000]],
      ]);
      expect(await kinds(caseId)).toContain('payment.excess');
      expect(await ledger().tasks({ caseId, status: 'open' })).toMatchObject([{ title: 'Devolver R$ 5,00 a Ana Souza', team: 'financeiro' }]);
    });

    test('money for a case whose only debts are contested goes to them', async () => {
      const caseId = await importOne(ledger());
      await ledger().recordDispute({ caseId, on: ON, at: AT });
      expect(await pay({ caseId })).toMatchObject({ settled: true, excess: 0 });
    });

    test('a named debt is paid first, though another is older', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ number: 'velha', dueDate: '2026-01-05' }), importedDebt({ number: 'nova' })]));
      expect(await pay({ debtNumber: 'nova' })).toMatchObject({ caseId, settled: false });
      expect((await subject(caseId)).debts.map((debt) => [debt.number, debt.status])).toEqual([
        ['velha', 'open'],
        ['nova', 'paid'],
      ]);
    });

    test('money for a debt that was already paid is excess', async () => {
      const caseId = await importOne(ledger());
      await pay({ debtNumber: 'NF-1' });
      expect(await pay({ debtNumber: 'NF-1', reference: 'pix-2' })).toEqual({ kind: 'applied', caseId, debtIds: [], settled: true, excess: OWED_ON_THE_10TH });
    });

    test('the case is looked at again the same day', async () => {
      const caseId = await importOne(ledger());
      await ledger().schedule([{ caseId, nextActionOn: '2026-06-01' }]);
      expect(await isDue()).toBe(false);
      await pay({ caseId, amount: 100 });
      expect(await isDue()).toBe(true);
    });

    test('an open promise is kept when its amount has come', async () => {
      const caseId = await importOne(ledger());
      await ledger().savePromise({ id: 'promessa-1', caseId, madeOn: '2026-03-09', dueOn: '2026-03-12', amount: 5000, status: 'open', at: AT });
      await pay({ caseId, amount: 2000 });
      expect((await subject(caseId)).promises).toMatchObject([{ status: 'open' }]);
      await pay({ caseId, reference: 'pix-2', amount: 3000 });
      expect((await subject(caseId)).promises).toEqual([{ id: 'promessa-1', madeOn: '2026-03-09', dueOn: '2026-03-12', amount: 5000, status: 'kept' }]);
    });

    test('an open promise of more than is owed is kept when nothing is owed any more', async () => {
      const caseId = await importOne(ledger());
      await ledger().savePromise({ id: 'promessa-1', caseId, madeOn: '2026-03-09', dueOn: '2026-03-12', amount: 90_000, status: 'open', at: AT });
      await pay({ caseId, amount: OWED_ON_THE_10TH - 1_000 });
      expect((await subject(caseId)).promises).toMatchObject([{ status: 'open' }]);
      await pay({ caseId, reference: 'pix-2', amount: 1_000 });
      expect((await subject(caseId)).promises).toMatchObject([{ status: 'kept' }]);
    });

    describe('with an agreement in force', () => {
      const agree = async (change: Partial<Agreement> = {}) => {
        const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B' })]));
        const { debts } = await subject(caseId);
        await ledger().saveAgreement({
          id: 'acordo-1',
          caseId,
          madeOn: ON,
          debtIds: [debts.find((debt) => debt.number === 'A')!.id],
          originalTotal: 10_227,
          total: 9000,
          installments: [
            { number: 1, dueDate: '2026-03-15', amount: 3000 },
            { number: 2, dueDate: '2026-04-15', amount: 6000 },
          ],
          status: 'active',
          at: AT,
          ...change,
        });
        return caseId;
      };

      test('instalments are settled in order, and the last one settles the debts', async () => {
        const caseId = await agree();
        expect(await pay({ caseId, amount: 4000 })).toMatchObject({ kind: 'applied', debtIds: [], settled: false, excess: 0 });
        expect((await subject(caseId)).agreements[0]!.installments).toEqual([
          { number: 1, dueDate: '2026-03-15', amount: 3000, paidOn: ON, paidAmount: 3000 },
          { number: 2, dueDate: '2026-04-15', amount: 6000, paidAmount: 1000 },
        ]);
        await pay({ debtNumber: 'A', reference: 'pix-2', amount: 5000, paidOn: '2026-03-20' });
        const after = await subject(caseId);
        expect(after.agreements[0]).toMatchObject({ status: 'completed', installments: [{}, { paidOn: '2026-03-20', paidAmount: 6000 }] });
        expect(after.debts.map((debt) => [debt.number, debt.status, debt.payments.length])).toEqual([
          ['A', 'paid', 0],
          ['B', 'open', 0],
        ]);
      });

      test('a debt outside the agreement is paid when it is named', async () => {
        const caseId = await agree();
        await pay({ debtNumber: 'B' });
        const after = await subject(caseId);
        expect(after.debts.map((debt) => debt.status)).toEqual(['open', 'paid']);
        expect(after.agreements[0]!.installments.every((installment) => installment.paidAmount === undefined)).toBe(true);
      });

      test('what the agreement does not need goes to the other debts', async () => {
        const caseId = await agree();
        expect(await pay({ caseId, amount: 9000 + OWED_ON_THE_10TH + 7 })).toMatchObject({ settled: true, excess: 7 });
        expect((await subject(caseId)).agreements[0]!.status).toBe('completed');
      });

      test('a broken agreement takes no money', async () => {
        const caseId = await agree({ status: 'broken', brokenOn: ON });
        await pay({ caseId });
        expect((await subject(caseId)).debts.map((debt) => debt.status)).toEqual(['paid', 'open']);
      });
    });

    test('a payment that leads nowhere is kept for a person, and applied when it comes with a better hint', async () => {
      const caseId = await importOne(ledger());
      const lost = await pay({ debtNumber: 'NF-999', document: '111.444.777-35' });
      expect(lost).toMatchObject({ kind: 'unmatched', reason: expect.stringContaining('Nenhum título') });
      expect(await pay({ debtNumber: 'NF-999' })).toMatchObject({ kind: 'unmatched' });
      expect(await ledger().exportDebtor('111.444.777-35', ALL_PORTFOLIOS)).toMatchObject({
        unmatchedPayments: [{ reference: 'pix-1', amount: OWED_ON_THE_10TH, resolved_at: null }],
      });
      expect(await pay({ debtNumber: 'NF-1' })).toMatchObject({ kind: 'applied', caseId });
      expect(await ledger().exportDebtor('111.444.777-35', ALL_PORTFOLIOS)).toMatchObject({ unmatchedPayments: [{ resolved_at: AT }] });
    });

    test('a title number that two debtors share needs the document', async () => {
      await importOne(ledger());
      const bruno = await importOne(ledger(), importedCase({ document: '11144477735' }));
      expect(await pay({ debtNumber: 'NF-1' })).toMatchObject({ kind: 'unmatched', reason: expect.stringContaining('CPF ou CNPJ') });
      expect(await pay({ debtNumber: 'NF-1', document: '111.444.777-35' })).toMatchObject({ kind: 'applied', caseId: bruno });
    });

    test('a document with cases in two portfolios goes to the one that owes', async () => {
      const paid = await importOne(ledger(), importedCase({}, [importedDebt({ status: 'paid' })]));
      const [owing] = await ledger().importCases([importedCase()], { ...IMPORT, portfolio: 'outra' });
      expect(await pay({ document: ANA, amount: 10 })).toMatchObject({ caseId: owing!.caseId });
      expect(owing!.caseId).not.toBe(paid);
      await ledger().importCases([importedCase({}, [importedDebt({ number: 'NF-2' })])], IMPORT);
      expect(await pay({ document: ANA, reference: 'pix-2' })).toMatchObject({ kind: 'unmatched' });
    });

    test.each([
      [{ amount: 0 }, 'amount'],
      [{ amount: 10.5 }, 'amount'],
      [{ reference: ' ' }, 'reference'],
      [{ paidOn: '10/03/2026' }, 'paidOn'],
      [{ reference: 'x'.repeat(201) }, 'reference'],
      [{ debtNumber: '1'.repeat(201) }, 'debtNumber'],
    ])('%j is refused for its %s', async (change, field) => {
      await expect(pay(change)).rejects.toMatchObject({ code: 'ledger.payment', field });
    });
  });
}

import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { ANA, AT, claimFor, IMPORT, importedCase, importedDebt, importOne, ON, PORTFOLIO, runWith } from '../testing/fixtures.ts';

/** What a bank's statement is matched against. */
export function statementSuite(ledger: () => Ledger): void {
  const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;

  describe('what waits to be paid', () => {
    test('is every open title of the portfolio with its owner, what it was asked for and what it costs by the portfolio’s terms', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt(), importedDebt({ number: 'NF-2', status: 'paid' })]));
      await ledger().importCases([importedCase({ document: '11144477735' })], { ...IMPORT, portfolio: 'outra' });
      await ledger().startRun(runWith({}, { finePercent: '1', interestMonthlyPercent: '0' }));
      const debtId = (await subject(caseId)).debts.find(({ number }) => number === 'NF-1')!.id;
      await ledger().claim([claimFor(caseId, { cycle: debtId, asked: [{ debtId, total: 10_223 }] })]);
      const [title, ...rest] = await ledger().openDebts({ portfolio: PORTFOLIO });
      expect(title).toMatchObject({ caseId, kind: 'debt', debtId, number: 'NF-1', document: ANA, name: 'Ana Souza', amounts: [10_000, 10_223] });
      expect(title!.costOn!(ON)).toBe(10_100);
      expect(rest).toEqual([]);
      expect(await ledger().openDebts({ portfolio: ALL_PORTFOLIOS })).toHaveLength(2);
      expect(await ledger().openDebts({ portfolio: 'nenhuma' })).toEqual([]);
    });

    test('is no more once it was paid', async () => {
      const caseId = await importOne(ledger());
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 10_227, paidOn: ON, at: AT, caseId });
      expect(await ledger().openDebts({ portfolio: PORTFOLIO })).toEqual([]);
    });
  });

  describe('what is booked already', () => {
    test('is found by its reference whenever it was paid, and by its day whatever its reference', async () => {
      const caseId = await importOne(ledger());
      const pay = (reference: string, paidOn: string) =>
        ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference, amount: 1_000, paidOn, at: AT, caseId });
      await pay('cedo', '2026-01-05');
      await pay('no dia', '2026-03-09');
      await pay('tarde', '2026-05-05');
      const booked = (change: Partial<Parameters<Ledger['bookedPayments']>[0]> = {}) =>
        ledger().bookedPayments({ portfolio: PORTFOLIO, references: ['tarde', 'nunca'], from: '2026-03-01', to: '2026-03-31', ...change });
      expect(await booked()).toEqual([
        { caseId, reference: 'no dia', amount: 1_000, paidOn: '2026-03-09' },
        { caseId, reference: 'tarde', amount: 1_000, paidOn: '2026-05-05' },
      ]);
      expect(await booked({ references: [] })).toHaveLength(1);
      expect(await booked({ portfolio: 'outra' })).toEqual([]);
    });
  });
}

import { describe, expect, test } from 'vitest';
import type { ImportedCase } from '../../core/portfolio/index.ts';
import type { Ledger } from '../ledger.ts';
import { ANA, AT, IMPORT, importedCase, importedDebt, importOne, ON } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

const LATER = '2031-03-15T12:00:00.000Z';
const BEFORE = '2026-03-11';

export function retentionSuite(ledger: () => Ledger): void {
  const paid = (change: Partial<ImportedCase['debtor']> = {}) => importedCase(change, [importedDebt({ status: 'paid' })]);
  const nameOf = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!.debtor.name;

  describe('bureau entries', () => {
    test('are watched from the request to the removal, in their portfolio', async () => {
      const caseId = await importOne(ledger());
      const entry = { id: 'neg-1', caseId, at: AT, provider: 'manual', debtIds: [], amount: 100, requestedOn: ON };
      const watched = async (portfolio = IMPORT.portfolio) => (await ledger().registeredCases(portfolio)).includes(caseId);
      expect(await watched()).toBe(false);
      for (const status of ['requested', 'registered', 'removal-requested'] as const) {
        await ledger().saveBureauEntry({ ...entry, status });
        expect(await watched()).toBe(true);
        expect(await watched('outra')).toBe(false);
      }
      await ledger().saveBureauEntry({ ...entry, status: 'removed', removedOn: ON });
      expect(await watched()).toBe(false);
    });
  });

  describe('the term of keeping', () => {
    test('ends for who was closed before the day, and no sooner', async () => {
      const caseId = await importOne(ledger(), paid());
      expect(await ledger().eraseInactive(ON, LATER)).toBe(0);
      expect(await nameOf(caseId)).toBe('Ana Souza');
      expect(await ledger().eraseInactive(BEFORE, LATER)).toBe(1);
      expect(await nameOf(caseId)).toBe('Titular apagado');
      expect(await ledger().exportDebtor(ANA, ALL_PORTFOLIOS)).toBeUndefined();
      expect((await ledger().events(caseId)).at(-1)).toMatchObject({ at: LATER, kind: 'debtor.erased' });
      expect(await ledger().eraseInactive('2040-01-01', LATER)).toBe(0);
    });

    test('counts its day as Brasília does', async () => {
      await ledger().importCases([paid()], { ...IMPORT, at: '2026-03-11T02:59:59Z' });
      await ledger().importCases([paid({ document: '11144477735' })], { ...IMPORT, at: '2026-03-11T03:00:00Z' });
      expect(await ledger().eraseInactive(BEFORE, LATER)).toBe(1);
      expect(await ledger().exportDebtor('11144477735', ALL_PORTFOLIOS)).toBeDefined();
    });

    test('starts when the last debt is paid, not when it came', async () => {
      const caseId = await importOne(ledger());
      expect(await ledger().eraseInactive(BEFORE, LATER)).toBe(0);
      await ledger().recordPayment({
        portfolio: ALL_PORTFOLIOS,
        reference: 'pix-1',
        amount: 1_000_000,
        paidOn: '2026-06-01',
        at: '2026-06-01T12:00:00Z',
        caseId,
      });
      expect(await ledger().eraseInactive('2026-06-01', LATER)).toBe(0);
      expect(await ledger().eraseInactive('2026-06-02', LATER)).toBe(1);
    });

    test('does not run while an agreement, a bureau entry or a filing stands', async () => {
      const caseId = await importOne(ledger(), paid());
      const held = async () => expect(await ledger().eraseInactive(BEFORE, LATER)).toBe(0);
      const agreement = { id: 'a-1', caseId, at: AT, madeOn: ON, debtIds: [], originalTotal: 100, total: 100, installments: [] };
      await ledger().saveAgreement({ ...agreement, status: 'active' });
      await held();
      await ledger().breakAgreement({ caseId, agreementId: 'a-1', on: ON, at: AT });
      const entry = { id: 'neg-1', caseId, at: AT, provider: 'manual', debtIds: [], amount: 100, requestedOn: ON };
      for (const status of ['requested', 'registered', 'removal-requested'] as const) {
        await ledger().saveBureauEntry({ ...entry, status });
        await held();
      }
      await ledger().saveBureauEntry({ ...entry, status: 'removed', removedOn: ON });
      const filing = { id: 'acao-1', caseId, at: AT, preparedOn: ON, amount: 100 };
      for (const status of ['prepared', 'filed'] as const) {
        await ledger().saveFiling({ ...filing, status });
        await held();
      }
      await ledger().saveFiling({ ...filing, status: 'closed' });
      expect(await ledger().eraseInactive(BEFORE, LATER)).toBe(1);
    });

    test('is one for all portfolios of a person', async () => {
      await importOne(ledger(), paid());
      const [other] = await ledger().importCases([importedCase()], { ...IMPORT, portfolio: 'outra' });
      expect(await ledger().eraseInactive(BEFORE, LATER)).toBe(0);
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-2', amount: 1_000_000, paidOn: ON, at: AT, caseId: other!.caseId });
      expect(await ledger().eraseInactive(BEFORE, LATER)).toBe(2);
    });

    test('takes payments that found no debt with it', async () => {
      await importOne(ledger(), paid());
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-3', amount: 100, paidOn: ON, at: AT, document: ANA, debtNumber: 'NF-OUTRA' });
      await ledger().eraseInactive(BEFORE, LATER);
      expect(await ledger().exportDebtor(ANA, ALL_PORTFOLIOS)).toBeUndefined();
    });
  });
}

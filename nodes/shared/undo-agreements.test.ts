import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../ledger/ledger.ts';
import { AT, importedCase, importedDebt, importOne, ON, runWith } from '../../ledger/testing/fixtures.ts';
import type { Engines } from '../../ledger/testing/opened.ts';
import { sqliteEngines } from '../../ledger/testing/sqlite.ts';
import { undoAgreements } from './undo-agreements.ts';
import { ALL_PORTFOLIOS } from '../../ledger/portfolio-scope.ts';

describe('undoing an agreement', () => {
  let engines: Engines;
  let ledger: Ledger;
  beforeEach(async () => {
    engines = await sqliteEngines();
    ledger = await engines.open();
  });
  afterEach(async () => {
    await ledger.close();
    await engines.stop();
  });

  test('books what was paid once, parts of instalments included', async () => {
    const caseId = await importOne(
      ledger,
      importedCase({}, [importedDebt({ number: 'A', principal: 8_000 }), importedDebt({ number: 'Z', dueDate: '2026-01-02' })]),
    );
    const subject = async () => (await ledger.loadCases([caseId])).get(caseId)!;
    const covered = (await subject()).debts.find((debt) => debt.number === 'A')!;
    const installments = [1, 2, 3].map((number) => ({ number, dueDate: `2026-0${number + 3}-15`, amount: 3_000 }));
    await ledger.saveAgreement({
      id: 'acordo',
      caseId,
      madeOn: ON,
      debtIds: [covered.id],
      originalTotal: 8_180,
      total: 9_000,
      installments,
      status: 'active',
      at: AT,
    });
    await ledger.recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 4_000, paidOn: ON, at: AT, caseId });
    const before = await subject();
    const { add } = await undoAgreements(before, before.agreements, runWith().settings, { today: '2026-05-01', now: AT, kind: 'real' }, ledger);
    expect(add).toMatchObject({ agreement: { id: 'acordo', status: 'broken', paid: '40.00' }, debt: { count: 2 } });
    const booked = (await subject()).debts.map((debt) => [debt.number, debt.payments.reduce((sum, payment) => sum + payment.amount, 0)]);
    expect(booked).toEqual([
      ['Z', 0],
      ['A', 4_000],
    ]);
    const stored = (await ledger.exportDebtor('52998224725', ALL_PORTFOLIOS))!['payments'] as { amount: number }[];
    expect(stored.reduce((sum, payment) => sum + payment.amount, 0)).toBe(4_000);
  });
});

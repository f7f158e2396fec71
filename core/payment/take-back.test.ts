import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../case/index.ts';
import { caseOf, debt, policies } from '../testing/case-builder.ts';
import { settlementRules } from './settlement.ts';
import { reopened, takeBack, unpaidBy } from './take-back.ts';

describe('taking money out of a payment', () => {
  const payment = {
    excess: 30,
    shares: [
      { debtId: 'd1', amount: 100 },
      { agreementId: 'a', installment: 1, amount: 50 },
    ],
  };

  test('begins with what nothing needed', () => {
    expect(takeBack(payment, 20)).toEqual({ excess: 10, kept: [100, 50], taken: [] });
    expect(takeBack(payment, 30)).toEqual({ excess: 0, kept: [100, 50], taken: [] });
  });

  test('goes on with what was covered last', () => {
    expect(takeBack(payment, 60)).toEqual({ excess: 0, kept: [100, 20], taken: [{ agreementId: 'a', installment: 1, amount: 30 }] });
    expect(takeBack(payment, 180)).toEqual({
      excess: 0,
      kept: [0, 0],
      taken: [
        { agreementId: 'a', installment: 1, amount: 50 },
        { debtId: 'd1', amount: 100 },
      ],
    });
  });

  test('a share that gave everything before gives nothing more', () => {
    expect(
      takeBack(
        {
          excess: 0,
          shares: [
            { debtId: 'd1', amount: 10 },
            { debtId: 'd2', amount: 0 },
          ],
        },
        4,
      ).taken,
    ).toEqual([{ debtId: 'd1', amount: 4 }]);
  });

  test('loses no cent', () => {
    const cents = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), (excess, amounts, part) => {
        const shares = amounts.map((amount, index) => ({ debtId: `d${index}`, amount }));
        const all = amounts.reduce((sum, amount) => sum + amount, excess);
        const amount = Math.round(all * part);
        const back = takeBack({ excess, shares }, amount);
        const taken = back.taken.reduce((sum, share) => sum + share.amount, 0);
        expect(excess - back.excess + taken).toBe(amount);
        expect(back.kept.reduce((sum, kept) => sum + kept, back.excess)).toBe(all - amount);
        for (const kept of back.kept) expect(kept).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('an instalment whose money went back', () => {
  const paid = { number: 1, dueDate: '2026-03-20', amount: 3_000, paidOn: '2026-03-19', paidAmount: 2_950, waived: 50 };

  test('is unpaid, and the rest let go beside it is owed again', () => {
    expect(unpaidBy(paid, 2_950)).toEqual({ number: 1, dueDate: '2026-03-20', amount: 3_000 });
    expect(unpaidBy(paid, 1_000)).toEqual({ number: 1, dueDate: '2026-03-20', amount: 3_000, paidAmount: 1_950 });
    expect(unpaidBy(paid, 9_999)).toEqual({ number: 1, dueDate: '2026-03-20', amount: 3_000 });
  });

  test('that was paid without a word about how much was paid in full', () => {
    expect(unpaidBy({ number: 1, dueDate: '2026-03-20', amount: 3_000, paidOn: '2026-03-19' }, 1_000)).toMatchObject({ paidAmount: 2_000 });
    expect(unpaidBy({ number: 1, dueDate: '2026-03-20', amount: 3_000 }, 1_000)).toEqual({ number: 1, dueDate: '2026-03-20', amount: 3_000 });
  });

  test('from which nothing is missing stays paid', () => {
    expect(unpaidBy({ ...paid, paidAmount: 3_000 }, 0)).toMatchObject({ paidOn: '2026-03-19', paidAmount: 3_000 });
    expect(unpaidBy({ number: 1, dueDate: '2026-03-20', amount: 3_000, paidAmount: 3_000 }, 0)).not.toHaveProperty('paidOn');
  });
});

describe('debts that are owed again', () => {
  const rules = settlementRules(policies(), { uf: 'SP' });
  const kept: Agreement = { id: 'a', madeOn: '2026-03-01', debtIds: ['kept'], originalTotal: 1, total: 1, installments: [], status: 'completed' };
  const ids = (touched: string[]) =>
    reopened(
      caseOf({
        debts: [
          debt({ id: 'gone', status: 'paid' }),
          debt({ id: 'kept', status: 'paid' }),
          debt({ id: 'covered', status: 'paid', payments: [{ date: '2026-03-01', amount: 10_000 }] }),
          debt({ id: 'cancelled', status: 'cancelled' }),
          debt({ id: 'open' }),
        ],
        agreements: [kept, { ...kept, id: 'b', debtIds: ['gone'], status: 'broken' }],
      }),
      new Set(touched),
      rules,
    ).map(({ id }) => id);

  test('are those that were touched, counted as paid, and that nothing covers', () => {
    expect(ids(['gone', 'kept', 'covered', 'cancelled', 'open'])).toEqual(['gone']);
    expect(ids(['covered'])).toEqual([]);
    expect(ids([])).toEqual([]);
  });
});

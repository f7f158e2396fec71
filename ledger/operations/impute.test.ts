import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement, Case, Debt } from '../../core/case/index.ts';
import { contractTerms } from '../../core/charges/index.ts';
import { addDays } from '../../core/civil-date.ts';
import { impute } from './impute.ts';
import { settlementOf } from './settlement.ts';

const TERMS = contractTerms();
const PAID_ON = '2026-03-10';

const debts = fc
  .array(
    fc.record({
      principal: fc.integer({ min: 1, max: 100_000 }),
      age: fc.integer({ min: -40, max: 400 }),
      status: fc.constantFrom<Debt['status']>('open', 'open', 'open', 'paid', 'cancelled'),
      contested: fc.boolean(),
      paidBefore: fc.integer({ min: 0, max: 500 }),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ principal, age, status, contested, paidBefore }, index): Debt => ({
      id: `d${index}`,
      number: `${index}`,
      principal,
      dueDate: addDays(PAID_ON, -age),
      payments: paidBefore === 0 || paidBefore > principal ? [] : [{ date: addDays(PAID_ON, -1), amount: paidBefore }],
      abatement: 0,
      status,
      ...(contested ? { contestedOn: PAID_ON } : {}),
    })),
  );

const agreements = fc
  .record({
    covers: fc.subarray(['d0', 'd1', 'd2']),
    amounts: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 4 }),
    active: fc.boolean(),
  })
  .map(({ covers, amounts, active }): Agreement => {
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return {
      id: 'a',
      madeOn: PAID_ON,
      debtIds: covers,
      originalTotal: total,
      total,
      installments: amounts.map((amount, index) => ({ number: index + 1, dueDate: addDays(PAID_ON, index * 30), amount })),
      status: active ? 'active' : 'broken',
    };
  });

const cases = fc.record({ debts, agreements: fc.array(agreements, { maxLength: 1 }) }).map((part) => part as unknown as Case);
const payments = fc.record({
  amount: fc.integer({ min: 1, max: 500_000 }),
  paidOn: fc.constant(PAID_ON),
  debtId: fc.option(fc.constantFrom('d0', 'd1', 'd9'), { nil: undefined }),
});

describe('impute', () => {
  test('no cent is lost or made', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { shares, excess } = impute(subject, payment, TERMS);
        expect(shares.reduce((sum, share) => sum + share.amount, excess)).toBe(payment.amount);
        for (const share of shares) expect(share.amount).toBeGreaterThan(0);
        expect(excess).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('nothing goes to a debt that is not open, and no open debt gets more than it needs', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { shares, paidDebtIds } = impute(subject, payment, TERMS);
        for (const share of shares) {
          if (share.debtId === undefined) continue;
          const debt = subject.debts.find((one) => one.id === share.debtId)!;
          expect(debt.status).toBe('open');
          const after = settlementOf(debt, [...debt.payments, { date: payment.paidOn, amount: share.amount }], TERMS);
          expect(after.credit).toBe(0);
          expect(after.settled).toBe(paidDebtIds.includes(debt.id));
        }
      }),
    );
  });

  test('there is excess only when nothing that takes money is left', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { excess, paidDebtIds, shares } = impute(subject, payment, TERMS);
        if (excess === 0) return;
        const covered = new Set(subject.agreements.filter((agreement) => agreement.status === 'active').flatMap((agreement) => agreement.debtIds));
        const left = subject.debts.filter((debt) => debt.status === 'open' && !paidDebtIds.includes(debt.id) && !covered.has(debt.id));
        expect(left.every((debt) => debt.contestedOn !== undefined)).toBe(true);
        if (shares.length === 0) expect(left).toEqual([]);
      }),
    );
  });

  test('an agreement is completed exactly when its last instalment is covered', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { installments, completedAgreementId } = impute(subject, payment, TERMS);
        const [agreement] = subject.agreements;
        const paid = installments.filter((installment) => installment.paidOn !== undefined).length;
        expect(completedAgreementId !== undefined).toBe(agreement?.status === 'active' && paid === agreement.installments.length);
      }),
    );
  });
});

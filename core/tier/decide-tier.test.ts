import { describe, expect, test } from 'vitest';
import { tierSchema } from '../cadence/policies.ts';
import { caseOf } from '../testing/case-builder.ts';
import { decideTier } from './decide-tier.ts';
import { previewTiers } from './preview.ts';

const tier = (id: string, rule: object = {}) => tierSchema.parse({ id, name: id.toUpperCase(), rule });
const on = '2026-03-02';

describe('decideTier', () => {
  test('who spent R$ 10.000 and owes R$ 300 is special: the debt is 3% of the lifetime value', () => {
    const tiers = [tier('especial', { maxDebtToLifetimePercent: 5 }), tier('demais')];
    const decision = decideTier(caseOf({ debtor: { lifetimeValue: 1_000_000 } }), tiers, 30_000, on);
    expect(decision.tierId).toBe('especial');
    expect(decision.metrics.debtToLifetimePercent).toBe(3);
    expect(decision.reasons[0]).toBe('A dívida de R$ 300,00 é 3% do que já comprou (a faixa vai até 5%).');
  });

  test('the first tier whose every condition holds wins', () => {
    const tiers = [tier('ambos', { minLifetimeValueCents: 1, minDebtCents: 50_000 }), tier('valor', { minLifetimeValueCents: 1 }), tier('resto')];
    expect(decideTier(caseOf(), tiers, 30_000, on).tierId).toBe('valor');
    expect(decideTier(caseOf(), tiers, 50_000, on).tierId).toBe('ambos');
  });

  test.each([
    ['minLifetimeValueCents', 1_000_000, 1_000_001],
    ['maxLifetimeValueCents', 1_000_000, 999_999],
    ['maxDebtToLifetimePercent', 3, 2.99],
    ['minPunctualityPercent', 90, 90.1],
    ['minRelationshipMonths', 73, 74],
    ['minDebtCents', 30_000, 30_001],
    ['maxDebtCents', 30_000, 29_999],
  ])('%s holds at its own limit and not beyond', (field, holds, fails) => {
    const decide = (limit: number) => decideTier(caseOf(), [tier('x', { [field]: limit }), tier('resto')], 30_000, on).tierId;
    expect(decide(holds)).toBe('x');
    expect(decide(fails)).toBe('resto');
  });

  test('an unknown figure fails its condition: no benefit on what is not known', () => {
    const unknown = caseOf({ debtor: { lifetimeValue: 0, invoicesPaid: 0, invoicesPaidOnTime: 0 } });
    const { customerSince: _, ...debtor } = unknown.debtor;
    const subject = { ...unknown, debtor };
    for (const rule of [{ maxDebtToLifetimePercent: 100 }, { minPunctualityPercent: 0 }, { minRelationshipMonths: 0 }]) {
      expect(decideTier(subject, [tier('x', rule), tier('resto')], 1, on).tierId).toBe('resto');
    }
    expect(decideTier(subject, [tier('resto')], 1, on).metrics).toMatchObject({
      debtToLifetimePercent: null,
      punctualityPercent: null,
      relationshipMonths: null,
    });
  });

  test('when no rule holds the last tier takes the case and says so; without tiers there is an error', () => {
    const decision = decideTier(caseOf(), [tier('a', { minDebtCents: 9_999_999 }), tier('b', { minDebtCents: 9_999_999 })], 100, on);
    expect(decision.tierId).toBe('b');
    expect(decision.reasons[0]).toContain('Nenhuma regra serviu');
    expect(() => decideTier(caseOf(), [], 100, on)).toThrow('pelo menos uma faixa');
  });

  test('a good payer pays most invoices on time and paid more than a couple', () => {
    const goodPayer = (invoicesPaid: number, invoicesPaidOnTime: number) =>
      decideTier(caseOf({ debtor: { invoicesPaid, invoicesPaidOnTime } }), [tier('x')], 1, on).goodPayer;
    expect(goodPayer(20, 16)).toBe(true);
    expect(goodPayer(20, 15)).toBe(false);
    expect(goodPayer(2, 2)).toBe(false);
    expect(goodPayer(3, 3)).toBe(true);
    expect(goodPayer(0, 0)).toBe(false);
  });

  test('relationship counts whole months, month ends included', () => {
    const months = (customerSince: string, today: string) =>
      decideTier(caseOf({ debtor: { customerSince } }), [tier('x')], 1, today).metrics.relationshipMonths;
    expect(months('2026-01-31', '2026-02-27')).toBe(0);
    expect(months('2026-01-31', '2026-02-28')).toBe(1);
    expect(months('2025-03-02', '2026-03-02')).toBe(12);
    expect(months('2025-03-03', '2026-03-02')).toBe(11);
    expect(months('2026-05-01', '2026-03-02')).toBe(0);
  });

  test('a preview counts where a portfolio falls, empty tiers included', () => {
    const tiers = [tier('grande', { minDebtCents: 50_000 }), tier('resto'), tier('ninguem')];
    const preview = previewTiers(
      [
        { subject: caseOf(), debtTotal: 60_000 },
        { subject: caseOf(), debtTotal: 10_000 },
        { subject: caseOf(), debtTotal: 5_000 },
      ],
      tiers,
      on,
    );
    expect(preview).toEqual([
      { tierId: 'grande', tierName: 'GRANDE', cases: 1, debt: 60_000, goodPayers: 1 },
      { tierId: 'resto', tierName: 'RESTO', cases: 2, debt: 15_000, goodPayers: 2 },
      { tierId: 'ninguem', tierName: 'NINGUEM', cases: 0, debt: 0, goodPayers: 0 },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { debt, policies } from '../testing/case-builder.ts';
import { settlementOf, settlementRules } from './settlement.ts';

const rules = settlementRules(policies(), { uf: 'SP' });

describe('what a debt is worth after its payments', () => {
  test('is its principal less the abatement while nobody paid', () => {
    expect(settlementOf(debt(), [], rules)).toEqual({ settled: false, owed: 10_000, credit: 0 });
    expect(settlementOf(debt({ abatement: 2_000 }), [], rules).owed).toBe(8_000);
    expect(settlementOf(debt({ abatement: 10_000 }), [], rules)).toEqual({ settled: true, owed: 0, credit: 0 });
  });

  test('is counted on the day of the last payment, whatever order they come in', () => {
    const payments = [
      { date: '2026-03-12', amount: 5_000 },
      { date: '2026-03-03', amount: 5_203 },
    ];
    // 52,03 on the 3rd leave 50,00; nine days more are 0,15.
    expect(settlementOf(debt(), payments, rules)).toEqual({ settled: false, owed: 15, credit: 0, on: '2026-03-12' });
    expect(settlementOf(debt(), [...payments].reverse(), rules)).toMatchObject({ owed: 15, on: '2026-03-12' });
    expect(settlementOf(debt(), [...payments, { date: '2026-03-12', amount: 25 }], rules)).toEqual({ settled: true, owed: 0, credit: 10, on: '2026-03-12' });
  });

  test('ends with a rest that was let go', () => {
    const waivers = [{ date: '2026-03-12', amount: 15, reason: 'Resto' }];
    const payments = [
      { date: '2026-03-03', amount: 5_203 },
      { date: '2026-03-12', amount: 5_000 },
    ];
    expect(settlementOf(debt({ waivers }), payments, rules)).toMatchObject({ settled: true, owed: 0, credit: 0 });
    expect(settlementOf(debt({ waivers: [{ ...waivers[0]!, date: '2026-03-13' }] }), payments, rules)).toMatchObject({ settled: true, on: '2026-03-13' });
  });

  test('takes the next business day for a due date on a Sunday', () => {
    expect(settlementOf(debt({ dueDate: '2026-03-01' }), [{ date: '2026-03-02', amount: 10_000 }], rules).settled).toBe(true);
    expect(settlementOf(debt({ dueDate: '2026-03-01' }), [{ date: '2026-03-03', amount: 10_000 }], rules).owed).toBe(203);
  });
});

import { describe, expect, test } from 'vitest';
import { chargeDebt } from './charge-debt.ts';
import { contractTerms } from './contract-terms.ts';

const rest = (date: string, amount: number) => ({ date, amount, reason: 'Resto que não se cobra' });
const charge = (waivers: ReturnType<typeof rest>[], payments: { date: string; amount: number }[] = [], on = '2026-03-12', over: object = {}) =>
  chargeDebt({ principal: 10_000, dueDate: '2026-03-02', payments, waivers, ...over }, contractTerms(), on);

describe('a rest that was let go', () => {
  // On 12/03, ten days late, R$ 100,00 are worth 102,33.
  test('ends the debt beside the payment, and stands in the working with its reason', () => {
    const charges = charge([rest('2026-03-12', 4)], [{ date: '2026-03-12', amount: 10_229 }]);
    expect(charges).toMatchObject({ total: 0, paid: 10_229, abatement: 4, credit: 0, settledOn: '2026-03-12', daysOverdue: 0 });
    expect(charges.items.at(-1)).toEqual({ name: 'abatement', label: 'Abatimento do resto em 12/03/2026', amount: -4, formula: 'Resto que não se cobra' });
    expect(charges.items.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  });

  test('is added to an abatement of the principal', () => {
    const charges = charge([rest('2026-03-12', 10)], [{ date: '2026-03-12', amount: 9_000 }], '2026-03-12', { abatement: 1_000 });
    // 90,00 + 1,80 + 0,30 = 92,10, less 90,00 and 0,10.
    expect(charges).toMatchObject({ abatement: 1_010, total: 200 });
    expect(charges.items.filter(({ name }) => name === 'abatement').map(({ amount }) => amount)).toEqual([-1_000, -10]);
  });

  test('never makes a credit: what exceeds the debt counts for nothing', () => {
    expect(charge([rest('2026-03-12', 500)], [{ date: '2026-03-12', amount: 10_200 }])).toMatchObject({ total: 0, abatement: 33, credit: 0 });
    const nothing = charge([rest('2026-03-12', 500)], [{ date: '2026-03-12', amount: 10_300 }]);
    expect(nothing).toMatchObject({ total: 0, abatement: 0, credit: 67 });
    expect(nothing.items.some(({ name }) => name === 'abatement')).toBe(false);
  });

  test('comes after the money of its day, and counts from its day on', () => {
    expect(charge([rest('2026-03-12', 33)], [{ date: '2026-03-12', amount: 10_200 }])).toMatchObject({ total: 0, credit: 0 });
    expect(charge([rest('2026-03-13', 33)], [{ date: '2026-03-12', amount: 10_200 }])).toMatchObject({ total: 33, abatement: 0 });
    expect(charge([rest('2026-03-05', 33)], [{ date: '2026-03-12', amount: 10_200 }], '2026-03-12').items.map(({ name }) => name)).toEqual([
      'principal',
      'fine',
      'interest',
      'payment',
      'abatement',
    ]);
  });

  test('before the due date it leaves less to be fined', () => {
    expect(charge([rest('2026-03-01', 5_000)], [], '2026-03-03')).toMatchObject({ fine: 100, abatement: 5_000, total: 5_102 });
    expect(charge([rest('2026-03-02', 10_000)], [], '2026-03-03')).toMatchObject({ fine: 0, total: 0, settledOn: '2026-03-02' });
  });
});

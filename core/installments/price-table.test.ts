import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceTable, priceTotal } from './price-table.ts';

describe('the Price table', () => {
  it('of 30,000.00 in 12 at 1.5% a month is 2,750.40, balances 27,699.60 then 25,364.69', () => {
    const rows = priceTable(30_000_00, 12, '1.5');
    expect(rows[0]).toEqual({ number: 1, amount: 2_750_40, interest: 450_00, amortization: 2_300_40, balance: 27_699_60 });
    expect(rows[1]).toEqual({ number: 2, amount: 2_750_40, interest: 415_49, amortization: 2_334_91, balance: 25_364_69 });
    expect(rows.at(-1)).toMatchObject({ number: 12, balance: 0 });
  });

  it('without interest shares equally, the last taking the cents', () => {
    expect(priceTable(100_00, 3, 0).map(({ amount }) => amount)).toEqual([33_33, 33_33, 33_34]);
    expect(priceTable(100_00, 3, '0').every(({ interest }) => interest === 0)).toBe(true);
  });

  it('of one instalment is the amount and a month of interest', () => {
    expect(priceTable(1000_00, 1, '2')).toEqual([{ number: 1, amount: 1020_00, interest: 20_00, amortization: 1000_00, balance: 0 }]);
  });

  it('reads the rate with a comma, and is right for tiny and long ones', () => {
    expect(priceTable(30_000_00, 12, '1,5')[0]?.amount).toBe(2_750_40);
    expect(priceTable(100_000_00, 600, '0.0001')[0]?.amount).toBe(166_72);
  });

  it.each([
    [[0, 12, 1], 'price.amount'],
    [[10.5, 12, 1], 'price.amount'],
    [[5, 12, 1], 'price.amount'],
    [[100, 0, 1], 'price.installments'],
    [[100, 601, 1], 'price.installments'],
    [[100, 1.5, 1], 'price.installments'],
    [[100, 2, -1], 'price.rate'],
    [[100, 2, '101'], 'price.rate'],
    [[100, 2, 'um'], 'price.rate'],
  ] as const)('%j is refused', ([amount, installments, rate], code) => {
    expect(() => priceTable(amount, installments, rate)).toThrow(expect.objectContaining({ code }));
  });

  it('adds up to the cent for any amount, number and rate, and the constant instalment is the exact one rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 1_000_000_00 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 1000 }),
        (amount, installments, hundredths) => {
          const rate = new Big(hundredths).div(100);
          const rows = priceTable(amount, installments, rate.toFixed());
          expect(rows.reduce((sum, row) => sum + row.amortization, 0)).toBe(amount);
          expect(priceTotal(rows)).toBe(amount + rows.reduce((sum, row) => sum + row.interest, 0));
          let balance = amount;
          for (const row of rows) {
            expect(row.amount).toBe(row.interest + row.amortization);
            balance -= row.amortization;
            expect(row.balance).toBe(balance);
            expect(row.amortization).toBeGreaterThanOrEqual(0);
          }
          if (installments > 1 && hundredths > 0) {
            const i = hundredths / 10_000;
            expect(Math.abs(rows[0]!.amount - (amount * i) / (1 - (1 + i) ** -installments))).toBeLessThan(0.5001);
          }
          expect(balance).toBe(0);
        },
      ),
    );
  });
});

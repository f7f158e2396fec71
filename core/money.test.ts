import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsToDecimal, formatMoney, parseMoney, percentOf, roundCents } from './money.ts';

describe('money', () => {
  it.each([
    ['1.234,56', 123456],
    ['R$ 1.234,56', 123456],
    ['R$\u00a01.234,56', 123456],
    ['1234.56', 123456],
    ['1,234.56', 123456],
    ['1234', 123400],
    ['1.234', 123400],
    ['1,5', 150],
    ['1.5', 150],
    ['0,01', 1],
    ['-10,00', -1000],
    ['-0,00', 0],
    ['1.234.567', 123456700],
    ['1,234,567', 123456700],
    [10.5, 1050],
    [1.005, 101],
    [0, 0],
  ])('%j is read as %i cents', (input, cents) => {
    expect(parseMoney(input)).toBe(cents);
  });

  it.each(['', 'dez', '1,234', '1,2,3', '12.34.56', '1.5000', '1e3', '99999999999999999', Number.NaN, Number.POSITIVE_INFINITY, 1e20])(
    '%j is refused',
    (input) => {
      expect(() => parseMoney(input)).toThrow(expect.objectContaining({ code: 'money.unreadable', field: 'amount' }));
    },
  );

  it('is rounded half away from zero', () => {
    expect(['0.5', '1.5', '2.4999', '-0.5', '-1.5'].map((value) => roundCents(new Big(value)))).toEqual([1, 2, 2, -1, -2]);
    expect([percentOf(10_00, '2'), percentOf(25, 2), percentOf(24, 2), percentOf(1, '50')]).toEqual([20, 1, 0, 1]);
  });

  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (cents) => {
        expect(parseMoney(centsToDecimal(cents))).toBe(cents);
        expect(parseMoney(formatMoney(cents))).toBe(cents);
      }),
    );
    expect([formatMoney(123456), formatMoney(-5), centsToDecimal(-5), centsToDecimal(100)]).toEqual(['R$ 1.234,56', '-R$ 0,05', '-0.05', '1.00']);
  });
});

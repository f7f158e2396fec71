import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Payment } from '../case/index.ts';
import { newPayments, tellsOf } from './new-payments.ts';

const payment = fc.record<Payment>({ date: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03'), amount: fc.integer({ min: 1, max: 5 }) });
/** A reference stands for one payment, with one amount. */
const referenced = fc.constantFrom(1, 2, 3).map((amount) => ({ date: '2026-03-02', amount, reference: `pix-${amount}` }));
const table = fc.uniqueArray(fc.oneof(payment, referenced), { maxLength: 4, selector: (one) => ('reference' in one ? one.reference : JSON.stringify(one)) });
const total = (payments: readonly Payment[]) => payments.reduce((sum, one) => sum + one.amount, 0);

describe('newPayments', () => {
  test('importing a table a second time brings nothing new', () => {
    fc.assert(
      fc.property(table, table, (known, imported) => {
        const after = [...known, ...newPayments(known, imported)];
        expect(newPayments(after, imported)).toEqual([]);
      }),
    );
  });

  test('what is known is never less than what the table says was paid', () => {
    fc.assert(
      fc.property(table, table, (known, imported) => void expect(total([...known, ...newPayments(known, imported)])).toBeGreaterThanOrEqual(total(imported))),
    );
  });

  test('two equal payments of one day are two', () => {
    const twice = [
      { date: '2026-03-01', amount: 5 },
      { date: '2026-03-01', amount: 5 },
    ];
    expect(newPayments([], twice)).toEqual(twice);
    expect(newPayments(twice.slice(1), twice)).toEqual(twice.slice(1));
  });

  test('money that went back is no news while a table still shows it, and counts in no total', () => {
    const returned = [{ date: '2026-03-02', amount: 500, reference: 'pix-1' }];
    expect(newPayments([], [{ date: '2026-03-02', amount: 500 }], returned)).toEqual([]);
    expect(newPayments([], [{ date: '2026-03-09', amount: 500, reference: 'pix-1' }], returned)).toEqual([]);
    const again = { date: '2026-03-09', amount: 500 };
    expect(newPayments([], [again], returned)).toEqual([again]);
    expect(newPayments([{ date: '2026-03-03', amount: 100 }], [{ date: '2026-03-09', amount: 600 }], returned)).toEqual([again]);
  });

  test('a table tells of returned money by its reference, or by its day and amount', () => {
    const returned = [{ date: '2026-03-02', amount: 500, reference: 'pix-1' }];
    expect(tellsOf([{ date: '2026-03-09', amount: 1, reference: 'pix-1' }], returned)).toBe(true);
    expect(tellsOf([{ date: '2026-03-02', amount: 500 }], returned)).toBe(true);
    expect(tellsOf([{ date: '2026-03-02', amount: 500, reference: 'pix-2' }], returned)).toBe(false);
    expect(
      tellsOf(
        [
          { date: '2026-03-02', amount: 501 },
          { date: '2026-03-03', amount: 500 },
        ],
        returned,
      ),
    ).toBe(false);
    expect(tellsOf([], returned)).toBe(false);
    // A reference on one side alone says nothing.
    expect(tellsOf([{ date: '2026-03-02', amount: 500, reference: 'pix-2' }], [{ date: '2026-03-02', amount: 500 }])).toBe(true);
    expect(tellsOf([{ date: '2026-03-02', amount: 500 }], [{ date: '2026-03-01', amount: 1 }, ...returned])).toBe(true);
  });

  test('a smaller amount on another day is a payment of its own; two equal ones on one day are two', () => {
    const known = [{ date: '2026-03-02', amount: 500 }];
    expect(newPayments(known, [{ date: '2026-03-09', amount: 200 }])).toEqual([{ date: '2026-03-09', amount: 200 }]);
    expect(newPayments(known, [...known, ...known])).toEqual(known);
    expect(newPayments(known, [{ date: '2026-03-09', amount: 500 }])).toEqual([]);
    expect(newPayments(known, [{ date: '2026-03-09', amount: 700 }])).toEqual([{ date: '2026-03-09', amount: 200 }]);
    expect(newPayments(known, [{ date: '2026-03-09', amount: 700, reference: 'pix-9' }])).toEqual([{ date: '2026-03-09', amount: 700, reference: 'pix-9' }]);
  });
});

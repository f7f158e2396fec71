import { describe, expect, test } from 'vitest';
import { isPrescribed, lastDayOfClaim, lastDayWithSuspension } from './last-day.ts';

describe('prescription', () => {
  test('a debt may be claimed up to the same day five years later, that day included', () => {
    expect(lastDayOfClaim('2021-03-10', 5)).toBe('2026-03-10');
    expect(isPrescribed('2021-03-10', 5, '2026-03-10')).toBe(false);
    expect(isPrescribed('2021-03-10', 5, '2026-03-11')).toBe(true);
  });

  test('a term that ends on a 29 February that does not exist ends on 1 March (Código Civil 132 §3)', () => {
    expect(lastDayOfClaim('2024-02-29', 5)).toBe('2029-03-01');
    expect(lastDayOfClaim('2024-02-29', 4)).toBe('2028-02-29');
    expect(lastDayOfClaim('2096-02-29', 4)).toBe('2100-03-01');
    expect(lastDayOfClaim('1996-02-29', 4)).toBe('2000-02-29');
  });

  test('the 141 days without prescription in 2020 are told of, where they count (Lei 14.010/2020, art. 3)', () => {
    expect(lastDayWithSuspension('2020-03-01', 5)).toBe('2025-07-20');
    expect(lastDayWithSuspension('2020-06-12', 5)).toBe('2025-10-30');
    expect(lastDayWithSuspension('2020-10-30', 5)).toBe('2025-10-30');
    expect(lastDayWithSuspension('2020-10-31', 5)).toBeUndefined();
    expect(lastDayWithSuspension('2015-06-12', 5)).toBe('2020-10-31');
    expect(lastDayWithSuspension('2015-06-11', 5)).toBeUndefined();
  });

  test('a date that does not exist is refused', () => {
    expect(() => lastDayOfClaim('2026-02-30', 5)).toThrow('Não entendi a data');
  });
});

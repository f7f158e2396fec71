import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  earliest,
  formatCivilDate,
  fromDayNumber,
  isCivilDate,
  latest,
  parseCivilDate,
  toDayNumber,
  weekday,
} from './civil-date.ts';

describe('civil dates', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['1/2/2026', '2026-02-01'],
    ['21.11.26', '2026-11-21'],
    [' 21-11-2026 ', '2026-11-21'],
    ['2026-11-21T23:30:00Z', '2026-11-21'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is read', (text, date) => {
    expect(parseCivilDate(text)).toBe(date);
  });

  it.each(['', '30/02/2026', '29/02/2025', '2026-13-01', '2026-1-1', '1899-12-31', '2200-01-01', 'hoje', '11/21/2026'])('%j is refused', (text) => {
    expect(() => parseCivilDate(text)).toThrow(expect.objectContaining({ code: 'date.unreadable', field: 'date' }));
    expect(isCivilDate(text)).toBe(false);
  });

  it('know leap years of centuries', () => {
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2024, 2), daysInMonth(2100, 2)]).toEqual([28, 29, 29, 28]);
  });

  it('add months without leaving the month', () => {
    expect([
      addMonths('2026-01-31', 1),
      addMonths('2024-01-31', 1),
      addMonths('2026-12-15', 1),
      addMonths('2026-03-31', -1),
      addMonths('2026-01-15', -13),
    ]).toEqual(['2026-02-28', '2024-02-29', '2027-01-15', '2026-02-28', '2024-12-15']);
  });

  it('add days and count them, any two', () => {
    const day = fc.integer({ min: toDayNumber('1900-01-01'), max: toDayNumber('2199-12-31') });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [fromDayNumber(a), fromDayNumber(b)];
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(toDayNumber(from)).toBe(a);
        expect(from < to).toBe(a < b);
        expect(weekday(from)).toBe(new Date(`${from}T00:00:00Z`).getUTCDay());
        expect([earliest(from, to), latest(from, to)]).toEqual(a < b ? [from, to] : [to, from]);
      }),
    );
    expect(formatCivilDate('2026-11-21')).toBe('21/11/2026');
  });
});

import { describe, expect, test } from 'vitest';
import { readHolidayDate, showHolidayDate } from './holiday-date.ts';

describe('the day of a municipal holiday, as people write it', () => {
  test.each([
    ['25/01', '01-25'],
    [' 5/1 ', '01-05'],
    ['29/02', '02-29'],
    ['08/09/2026', '2026-09-08'],
  ])('%j is read, and shown again', (text, on) => {
    expect(readHolidayDate(text)).toBe(on);
    expect(readHolidayDate(showHolidayDate(on))).toBe(on);
  });

  test.each(['31/02', '29/02/2026', '2026-01-25', '25', ''])('%j is no date', (text) => {
    expect(readHolidayDate(text)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactWindowsSchema, DEFAULT_WEEK } from '../../../core/calendar/index.ts';
import { hoursOf, rangesOf, WEEK_OPEN } from './week-hours.ts';

describe('the week grid', () => {
  it('shows and writes back the default week unchanged', () => {
    const open = hoursOf(DEFAULT_WEEK);
    for (const day of ['monday', 'saturday', 'sunday'] as const) expect(rangesOf(open[day])).toEqual(DEFAULT_WEEK[day]);
  });

  it('writes ranges that the schema takes, whatever is painted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 24 }), (hours) => {
        const week = { ...WEEK_OPEN.closed, monday: rangesOf(new Set(hours)) };
        expect(contactWindowsSchema.safeParse({ default: week }).success).toBe(true);
      }),
    );
  });

  it('shows only whole open hours', () => {
    expect([...hoursOf({ ...WEEK_OPEN.closed, monday: [['09:30', '12:00']] }).monday]).toEqual([10, 11]);
  });
});

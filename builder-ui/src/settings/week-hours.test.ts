import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactWindowsSchema } from '../../../core/calendar/index.ts';
import { slotState, SLOT, WEEK_OPEN, withSlot, type DayRanges } from './week-hours.ts';

const slots = Array.from({ length: 48 }, (_, index) => index * SLOT);
const painted = (open: readonly number[]): DayRanges => open.reduce((ranges, slot) => withSlot(ranges, slot, true), [] as DayRanges);

describe('the week grid', () => {
  it('paints half hours: Saturday from 10:00 to 12:30 is one range', () => {
    expect(painted([600, 630, 660, 690, 720])).toEqual([['10:00', '12:30']]);
  });

  it('closes the middle of a range and leaves both sides', () => {
    expect(withSlot([['09:00', '18:00']], 720, false)).toEqual([
      ['09:00', '12:00'],
      ['12:30', '18:00'],
    ]);
  });

  it('keeps to the minute what lies outside of the half hour that is touched', () => {
    expect(withSlot([['09:10', '24:00']], 720, false)).toEqual([
      ['09:10', '12:00'],
      ['12:30', '24:00'],
    ]);
    expect(slotState([['09:10', '24:00']], 540)).toBe('part');
    expect(slotState([['09:10', '24:00']], 570)).toBe('open');
    expect(slotState([['09:10', '24:00']], 510)).toBe('closed');
  });

  it('shows what was painted, in any order, and writes what the schema takes while there are four ranges at most', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...slots)), (open) => {
        const ranges = painted(open);
        for (const slot of slots) expect(slotState(ranges, slot)).toBe(open.includes(slot) ? 'open' : 'closed');
        const week = { ...WEEK_OPEN.closed, monday: ranges };
        expect(contactWindowsSchema.safeParse({ default: week }).success).toBe(ranges.length <= 4);
      }),
    );
  });

  it('opening and closing the same half hour of a closed one changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...slots)), fc.constantFrom(...slots), (open, slot) => {
        const before = painted(open.filter((other) => other !== slot));
        expect(withSlot(withSlot(before, slot, true), slot, false)).toEqual(before);
      }),
    );
  });
});

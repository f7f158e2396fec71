import type { WeekWindow } from '../../../core/calendar/index.ts';

/** Ranges of one day as the schema keeps them: `[["10:00", "12:30"]]`. */
export type DayRanges = WeekWindow['monday'];

/** What one cell of the grid stands for, in minutes. */
export const SLOT = 30;
/** As many as the schema takes for one day. */
export const MOST_RANGES = 4;

export type SlotState = 'open' | 'closed' | 'part';

/** How much of the half hour that begins at `slot` (minutes of the day) is open. */
export function slotState(ranges: DayRanges, slot: number): SlotState {
  const open = ranges.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(minutes(to), slot + SLOT) - Math.max(minutes(from), slot)), 0);
  return open === 0 ? 'closed' : open >= SLOT ? 'open' : 'part';
}

/** The day with that half hour opened or closed; whatever lies outside of it stays to the minute. Neighbours become one range. */
export function withSlot(ranges: DayRanges, slot: number, open: boolean): DayRanges {
  const rest = ranges.flatMap(([from, to]): [number, number][] => [
    [minutes(from), Math.min(minutes(to), slot)],
    [Math.max(minutes(from), slot + SLOT), minutes(to)],
  ]);
  if (open) rest.push([slot, slot + SLOT]);
  const joined: [number, number][] = [];
  for (const [from, to] of rest.filter(([start, end]) => start < end).sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined.map(([from, to]) => [clock(from), clock(to)]);
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** 630 → "10:30". */
export const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function week(weekday: [string, string][], saturday: [string, string][]): WeekWindow {
  return { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday, saturday, sunday: [] };
}

export const WEEK_OPEN = {
  business: week([['09:00', '18:00']], []),
  wide: week([['08:00', '20:00']], [['08:00', '14:00']]),
  closed: week([], []),
};

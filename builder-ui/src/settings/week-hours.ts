import type { WeekWindow, Weekday } from '../../../core/calendar/index.ts';

/** Whole hours that are open, by weekday: the grid's own view of a week. */
export type OpenHours = Readonly<Record<Weekday, ReadonlySet<number>>>;

export function hoursOf(week: WeekWindow): OpenHours {
  return Object.fromEntries(
    Object.entries(week).map(([day, ranges]) => {
      const hours = new Set<number>();
      for (const [from, to] of ranges) for (let hour = Math.ceil(minutes(from) / 60); hour * 60 + 60 <= minutes(to); hour++) hours.add(hour);
      return [day, hours];
    }),
  ) as Record<Weekday, Set<number>>;
}

/** Neighbouring hours joined into ranges; the schema takes at most four. */
export function rangesOf(hours: ReadonlySet<number>): [string, string][] {
  const sorted = [...hours].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const hour of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === hour) last[1] = hour + 1;
    else ranges.push([hour, hour + 1]);
  }
  return ranges.slice(0, 4).map(([from, to]) => [clock(from), clock(to)]);
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

function week(weekday: [string, string][], saturday: [string, string][]): WeekWindow {
  return { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday, saturday, sunday: [] };
}

export const WEEK_OPEN = {
  business: week([['09:00', '18:00']], []),
  wide: week([['08:00', '20:00']], [['08:00', '14:00']]),
  closed: week([], []),
};

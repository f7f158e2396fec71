import type Big from 'big.js';
import type { CivilDate } from '../civil-date.ts';
import { daysBetween, daysInMonth } from '../civil-date.ts';
import { Exact } from './exact.ts';
import type { YearMonth } from './year-month.ts';
import { firstDayOf, monthOf, nextMonth } from './year-month.ts';

/** The part of a calendar month that falls in a period. */
export interface MonthShare {
  readonly month: YearMonth;
  readonly days: number;
  readonly daysInMonth: number;
}

/** Cuts `[from, to)` by calendar month: the first day counts, the last doesn't, so that periods add up. */
export function* monthShares(from: CivilDate, to: CivilDate): Generator<MonthShare> {
  let start = from;
  while (start < to) {
    const month = monthOf(start);
    const next = firstDayOf(nextMonth(month));
    const end = next < to ? next : to;
    yield { month, days: daysBetween(start, end), daysInMonth: daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))) };
    start = end;
  }
}

/** The part of a month's percentage that falls in the share. Whole months are most, and cost no division. */
export function proRata(percent: string, { days, daysInMonth: of }: MonthShare): Big {
  const whole = new Exact(percent);
  return days === of ? whole : whole.times(days).div(of);
}

import type Big from 'big.js';
import type { CivilDate } from '../civil-date.ts';
import { daysInMonth } from '../civil-date.ts';
import { Exact } from './exact.ts';
import type { IndexSeries, IndexTables } from './index-tables.ts';
import type { MonthShare } from './month-shares.ts';
import { monthShares, proRata } from './month-shares.ts';
import { monthOf, nextMonth } from './year-month.ts';
import type { YearMonth } from './year-month.ts';

export type CorrectionMethod = 'whole-months' | 'daily';

export interface RateStep extends MonthShare {
  /** Percent published for the whole month. */
  readonly percent: string;
}

export interface CorrectionFactor {
  /** What one real of `from` is worth at `to`; below 1 after deflation. */
  readonly factor: Big;
  readonly steps: readonly RateStep[];
  /** Months that the period needs and the table lacks: left out of the factor, never guessed. */
  readonly missing: readonly YearMonth[];
}

/**
 * Accumulated index between two dates; months of deflation count with their sign.
 * - `whole-months`: the index of the first date's month up to the month before the last date's, as in the practical tables of
 *   the state courts. Successive periods compose.
 * - `daily`: each month in proportion to the days of `[from, to)` that fall in it (linear inside the month).
 */
export function correctionFactor(tables: IndexTables, series: IndexSeries, from: CivilDate, to: CivilDate, method: CorrectionMethod): CorrectionFactor {
  if (method === 'daily') return accumulate(tables[series], monthShares(from, to));
  let known = WHOLE_MONTHS.get(tables);
  if (!known) WHOLE_MONTHS.set(tables, (known = new Map()));
  const key = `${series} ${monthOf(from)} ${monthOf(to)}`;
  let factor = known.get(key);
  if (!factor) {
    if (known.size >= 20_000) known.clear();
    known.set(key, (factor = accumulate(tables[series], wholeMonths(from, to))));
  }
  return factor;
}

// A portfolio asks for the same pairs of months over and over; a simulation of 100,000 debts would spend its time here.
const WHOLE_MONTHS = new WeakMap<IndexTables, Map<string, CorrectionFactor>>();

const HUNDREDTH = new Exact('0.01');

function accumulate(table: IndexTables[IndexSeries], shares: Iterable<MonthShare>): CorrectionFactor {
  const steps: RateStep[] = [];
  const missing: YearMonth[] = [];
  let factor = new Exact(1);
  for (const share of shares) {
    const value = table.get(share.month);
    if (!value) {
      missing.push(share.month);
      continue;
    }
    const rate = proRata(value.percent, share).times(HUNDREDTH);
    // Courts publish six to eight decimals; 30 keep the digits of 30 years of months from growing without end.
    factor = factor.times(rate.plus(1)).round(30);
    steps.push({ ...share, percent: value.percent });
  }
  return { factor, steps, missing };
}

function* wholeMonths(from: CivilDate, to: CivilDate): Generator<MonthShare> {
  const end = monthOf(to);
  for (let month = monthOf(from); month < end; month = nextMonth(month)) {
    const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
    yield { month, days, daysInMonth: days };
  }
}

import type Big from 'big.js';
import type { CivilDate } from '../civil-date.ts';
import { daysBetween, earliest, latest } from '../civil-date.ts';
import type { RateStep } from './correction.ts';
import { Exact } from './exact.ts';
import type { IndexTables } from './index-tables.ts';
import { TAXA_LEGAL_START } from './legal-limits.ts';
import { monthShares, proRata } from './month-shares.ts';
import type { YearMonth } from './year-month.ts';

export interface LegalRate {
  /** Sum of the months' percentages, each pro rata on its own calendar days; not rounded. */
  readonly percent: Big;
  readonly steps: readonly RateStep[];
  readonly missing: readonly YearMonth[];
  /** Days of the period before the Taxa Legal existed; they are not in `percent`. */
  readonly daysBeforeStart: number;
}

/**
 * Taxa Legal of `[from, to)`: simple, months added up, floor zero in each (Código Civil 406 §3; Resolução CMN 5.171/2024).
 * The first day counts and the last doesn't, as in the Central Bank's Calculadora do Cidadão.
 */
export function legalRate(tables: IndexTables, from: CivilDate, to: CivilDate): LegalRate {
  const start = latest(from, TAXA_LEGAL_START);
  const steps: RateStep[] = [];
  const missing: YearMonth[] = [];
  let percent = new Exact(0);
  for (const share of monthShares(start, to)) {
    const value = tables['taxa-legal'].get(share.month);
    if (!value) {
      missing.push(share.month);
      continue;
    }
    const published = new Exact(value.percent);
    const floored = published.lt(0) ? '0' : value.percent;
    steps.push({ ...share, percent: floored });
    percent = percent.plus(proRata(floored, share));
  }
  return { percent, steps, missing, daysBeforeStart: Math.max(0, daysBetween(from, earliest(to, TAXA_LEGAL_START))) };
}

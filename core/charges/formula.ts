import type Big from 'big.js';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import type { RateStep } from './correction.ts';
import { formatMonth } from './year-month.ts';

// Formulas in the notation a Brazilian judge or accountant reads: decimal comma, ×, ÷, percent signs kept.

/** `"0.5"` → `"0,5%"`. */
export const formatPercent = (percent: string): string => `${percent.replace('.', ',')}%`;
export const formatDays = (days: number): string => `${days} ${days === 1 ? 'dia' : 'dias'}`;

export const fineFormula = (base: Cents, percent: string): string => `${formatMoney(base)} × ${formatPercent(percent)}`;

export const simpleInterestFormula = (base: Cents, monthlyPercent: string, days: number): string =>
  `${formatMoney(base)} × ${formatPercent(monthlyPercent)} ÷ 30 × ${formatDays(days)}`;

/** `R$ 1.000,00 × (0,589427% + 0,902209% × 10 ÷ 28)`. */
export function legalInterestFormula(base: Cents, steps: readonly RateStep[], before?: { percent: string; days: number }): string {
  const parts = steps.map((step) => formatPercent(step.percent) + share(step));
  if (before) parts.unshift(`${formatPercent(before.percent)} ÷ 30 × ${formatDays(before.days)}`);
  return `${formatMoney(base)} × (${parts.join(' + ')})`;
}

/** What one period between payments adds to an item. */
export interface WorkedPeriod {
  /** Whole cents; below zero when deflation takes back. */
  readonly change: Cents;
  readonly formula: string;
}

/** The working of an item. Each period was rounded by itself, so where there are several, each shows what it came to. */
export function workingOf(periods: readonly WorkedPeriod[]): string {
  if (periods.length === 1) return periods[0]!.formula;
  return periods.map(({ change, formula }) => `(${formula} = ${formatMoney(change).replace('-', '−')})`).join(' + ');
}

/** The periods of a working, each on a line of its own: `(… = R$ 0,33)`, `+ (… = R$ 0,17)`. */
export const workingLines = (formula: string): string[] => formula.split(/ (?=\+ \(R\$)/);

export interface CorrectionTerm {
  /** What is corrected in the period, cents. */
  readonly base: Cents;
  /** Below 1 while the value corrected before is under the nominal one. */
  readonly carried: Big;
  /** Accumulated index of the period. */
  readonly factor: Big;
  /** At least one. */
  readonly steps: readonly RateStep[];
  readonly seriesName: string;
}

/** Every factor up to a year; beyond it the accumulated factor with so many decimals, and the months it covers. */
export function correctionFormula({ base, carried, factor, steps, seriesName }: CorrectionTerm, decimals: number): string {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const long = steps.length > FACTORS_SHOWN;
  const factors = long
    ? [decimal(factor, decimals)]
    : steps.map((step) => `(1 ${step.percent.startsWith('-') ? '−' : '+'} ${formatPercent(step.percent.replace('-', ''))}${share(step)})`);
  const deflated = carried.lt(1);
  if (deflated) factors.unshift(decimal(carried, decimals));
  const months = first === last ? formatMonth(first.month) : `${formatMonth(first.month)} a ${formatMonth(last.month)}`;
  const made = deflated ? ', compensada a deflação anterior' : '';
  return `${formatMoney(base)} × (${factors.join(' × ')} − 1), ${seriesName}${long ? ' acumulado' : ''} de ${months}${made}`;
}

/** True when {@link correctionFormula} shows every factor as it is published. */
export const isWrittenExactly = ({ carried, steps }: Pick<CorrectionTerm, 'carried' | 'steps'>): boolean => steps.length <= FACTORS_SHOWN && carried.eq(1);

/** The amount that {@link correctionFormula} gives to whoever computes it as it is written, in cents and not rounded. */
export function correctionAsWritten({ base, carried, factor, steps }: CorrectionTerm, decimals: number): Big {
  const written = steps.length > FACTORS_SHOWN ? factor.round(decimals) : factor;
  return carried.round(decimals).times(written).minus(1).times(base);
}

const FACTORS_SHOWN = 12;
const decimal = (factor: Big, decimals: number): string => factor.toFixed(decimals).replace('.', ',');

const share = (step: RateStep): string => (step.days === step.daysInMonth ? '' : ` × ${step.days} ÷ ${step.daysInMonth}`);

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

/** Every factor up to a year; beyond it the accumulated factor and the months it covers. At least one step. */
export function correctionFormula(base: Cents, seriesName: string, steps: readonly RateStep[], factor: string): string {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  if (steps.length > 12) {
    return `${formatMoney(base)} × (${factor.replace('.', ',')} − 1), ${seriesName} acumulado de ${formatMonth(first.month)} a ${formatMonth(last.month)}`;
  }
  const factors = steps.map((step) => `(1 ${step.percent.startsWith('-') ? '−' : '+'} ${formatPercent(step.percent.replace('-', ''))}${share(step)})`);
  const months = first === last ? `de ${formatMonth(first.month)}` : `de ${formatMonth(first.month)} a ${formatMonth(last.month)}`;
  return `${formatMoney(base)} × (${factors.join(' × ')} − 1), ${seriesName} ${months}`;
}

const share = (step: RateStep): string => (step.days === step.daysInMonth ? '' : ` × ${step.days} ÷ ${step.daysInMonth}`);

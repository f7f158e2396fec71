import type Big from 'big.js';
import type { Cents } from '../money.ts';
import { roundCents } from '../money.ts';
import type { RateStep } from './correction.ts';
import { Exact } from './exact.ts';
import type { WorkedPeriod } from './formula.ts';
import { correctionAsWritten, correctionFormula, isWrittenExactly } from './formula.ts';

export interface PeriodToCorrect {
  /** What is open when the period begins, cents. */
  readonly principal: Cents;
  readonly openCorrection: Cents;
  /** Below 1 while the value corrected before is under the nominal one. */
  readonly carried: Big;
  /** Accumulated index of the period, and the months it is made of (at least one). */
  readonly factor: Big;
  readonly steps: readonly RateStep[];
  readonly seriesName: string;
}

/**
 * Index correction of one period, rounded half up once. Deflation counts, but what is owed never falls under its nominal value (STJ,
 * REsp 1.361.191): what a period takes too much is carried on, and later inflation makes up for it first.
 */
export function correctedPeriod(period: PeriodToCorrect): WorkedPeriod & { readonly carried: Big } {
  const { principal, openCorrection, carried, factor } = period;
  const base = principal + openCorrection;
  const corrected = carried.times(factor).times(base);
  const term = { ...period, base };
  if (corrected.lt(principal)) {
    return {
      change: 0 - openCorrection,
      carried: corrected.div(principal),
      formula: `${correctionFormula(term, LEAST_DECIMALS)}, deflação: mantido o valor nominal`,
    };
  }
  const change = roundCents(corrected) - base;
  const decimals = isWrittenExactly(term)
    ? LEAST_DECIMALS
    : (DECIMALS.find((count) => roundCents(correctionAsWritten(term, count)) === change) ?? DECIMALS.at(-1)!);
  return { change, carried: PAR, formula: correctionFormula(term, decimals) };
}

const PAR = new Exact(1);
/** Courts publish eight decimals; large amounts need more of them for the cent to come out. */
const DECIMALS = [8, 10, 12, 16, 20, 30];
const LEAST_DECIMALS = DECIMALS[0]!;

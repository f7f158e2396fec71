import type { Cents } from '../money.ts';

/** Why a case belongs to a tier, in figures and in words. */
export interface TierDecision {
  readonly tierId: string;
  readonly tierName: string;
  readonly metrics: {
    readonly lifetimeValue: Cents;
    readonly debt: Cents;
    /** Percent; null when nothing was ever bought. */
    readonly debtToLifetimePercent: number | null;
    /** Percent; null when no invoice was ever paid. */
    readonly punctualityPercent: number | null;
    /** Whole months; null when unknown. */
    readonly relationshipMonths: number | null;
  };
  readonly goodPayer: boolean;
  /** Short sentences in Portuguese. */
  readonly reasons: readonly string[];
}

import type { Channel } from '../case/index.ts';
import type { Cents } from '../money.ts';

export interface RankedChannel {
  readonly channel: Channel;
  readonly contactPointId: string | null;
  /** Where it would go, unmasked; null when there is nowhere. */
  readonly address: string | null;
  readonly eligible: boolean;
  /** 0–100; only compared within one decision. */
  readonly score: number;
  readonly costCents: Cents;
  /** Why so high, or why not at all: short sentences in Portuguese. */
  readonly reasons: readonly string[];
}

export interface ChannelDecision {
  readonly chosen: RankedChannel | null;
  /** Eligible ones first, best first; then the refused ones. The next best is tried on failure. */
  readonly ranking: readonly RankedChannel[];
  readonly reasons: readonly string[];
}

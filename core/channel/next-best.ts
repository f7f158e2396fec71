import type { Channel } from '../case/index.ts';
import type { ChannelDecision, RankedChannel } from './decision.ts';

/** The best eligible channel that was not tried yet: what to use when a provider refuses. */
export function nextBest(decision: ChannelDecision, tried: readonly Channel[]): RankedChannel | null {
  return decision.ranking.find((ranked) => ranked.eligible && !tried.includes(ranked.channel)) ?? null;
}

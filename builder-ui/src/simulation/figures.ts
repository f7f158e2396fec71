import type { Channel } from '../../../core/case/channel.ts';
import type { SimulatedDay } from '../../../core/simulation/types.ts';

export interface Figures {
  readonly recoveredCents: number;
  /** What would have come in anyway. */
  readonly withoutCents: number;
  readonly humanMinutes: number;
  /** Of the busiest day. */
  readonly mostMinutes: number;
  readonly costCents: number;
  readonly contacts: number;
  readonly settled: number;
  /** Most frequent first. */
  readonly refusals: readonly (readonly [code: string, count: number])[];
  readonly channels: readonly (readonly [channel: Channel, count: number])[];
}

/** What the days up to and including `shown` add up to. */
export function figuresUpTo(days: readonly SimulatedDay[], shown: number): Figures {
  let recoveredCents = 0;
  let withoutCents = 0;
  let humanMinutes = 0;
  let mostMinutes = 0;
  let costCents = 0;
  let settled = 0;
  const refusals = new Map<string, number>();
  const channels = new Map<Channel, number>();
  for (const day of days.slice(0, shown + 1)) {
    recoveredCents += day.recoveredCents;
    withoutCents += day.withoutCadenceCents;
    humanMinutes += day.humanMinutes;
    mostMinutes = Math.max(mostMinutes, day.humanMinutes);
    costCents += day.costCents;
    settled += day.events.settled;
    for (const [code, count] of Object.entries(day.refusals)) refusals.set(code, (refusals.get(code) ?? 0) + count);
    for (const [channel, count] of Object.entries(day.contacts) as [Channel, number][]) channels.set(channel, (channels.get(channel) ?? 0) + count);
  }
  const byCount = <K>(counts: Map<K, number>): [K, number][] => [...counts].sort((a, b) => b[1] - a[1]);
  return {
    recoveredCents,
    withoutCents,
    humanMinutes,
    mostMinutes,
    costCents,
    settled,
    contacts: [...channels.values()].reduce((sum, count) => sum + count, 0),
    refusals: byCount(refusals),
    channels: byCount(channels),
  };
}

/** What a real brought back has cost, in cents; 0 while nothing came back. */
export function costPerRealCents({ costCents, recoveredCents }: Pick<Figures, 'costCents' | 'recoveredCents'>): number {
  return recoveredCents > 0 ? (costCents / recoveredCents) * 100 : 0;
}

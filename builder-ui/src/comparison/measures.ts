import { CHANNELS, type Channel } from '../../../core/case/channel.ts';
import type { SimulationResults } from '../../../core/simulation/types.ts';

export type MainMeasure = 'difference' | 'recovered' | 'settled' | 'contacts' | 'cost' | 'costPerReal' | 'forgiven' | 'work';

/** One figure of both runs. `wanted`: which direction a manager wants; nothing is said to be better where it depends. */
export interface Measure<Id extends string = string> {
  readonly id: Id;
  readonly unit: 'money' | 'count' | 'cents' | 'hours';
  readonly before: number;
  readonly after: number;
  readonly wanted: 'more' | 'less' | 'neither';
}

export interface Measures {
  readonly main: readonly Measure<MainMeasure>[];
  readonly channels: readonly Measure<Channel>[];
  /** By refusal code, the most frequent first. */
  readonly refusals: readonly Measure[];
}

/** What two runs on the same portfolio came to, figure by figure. */
export function measuresOf(before: SimulationResults, after: SimulationResults): Measures {
  const main = (id: MainMeasure, unit: Measure['unit'], wanted: Measure['wanted'], read: (results: SimulationResults) => number): Measure<MainMeasure> => ({
    id,
    unit,
    wanted,
    before: read(before),
    after: read(after),
  });
  const codes = [...new Set([...Object.keys(before.refusals), ...Object.keys(after.refusals)])];
  return {
    main: [
      main('difference', 'money', 'more', (results) => results.difference.cents),
      main('recovered', 'money', 'more', (results) => results.recoveredCents),
      main('settled', 'count', 'more', (results) => results.settledCases),
      main('contacts', 'count', 'less', (results) => results.contacts),
      main('cost', 'money', 'less', (results) => results.costCents),
      main('costPerReal', 'cents', 'less', costPerReal),
      main('forgiven', 'money', 'neither', (results) => results.forgivenCents),
      main('work', 'hours', 'less', (results) => Math.round(results.humanMinutes / 6) / 10),
    ],
    channels: CHANNELS.map((channel): Measure<Channel> => ({
      id: channel,
      unit: 'count',
      wanted: 'neither',
      before: before.byChannel[channel] ?? 0,
      after: after.byChannel[channel] ?? 0,
    })).filter((measure) => measure.before + measure.after > 0),
    refusals: codes
      .map((code): Measure => ({ id: code, unit: 'count', wanted: 'neither', before: before.refusals[code] ?? 0, after: after.refusals[code] ?? 0 }))
      .sort((a, b) => b.before + b.after - a.before - a.after),
  };
}

/** Cents spent for each real recovered, to a tenth; nothing recovered costs nothing a real. */
export function costPerReal({ costCents, recoveredCents }: Pick<SimulationResults, 'costCents' | 'recoveredCents'>): number {
  return recoveredCents > 0 ? Math.round((costCents / recoveredCents) * 1000) / 10 : 0;
}

export type Verdict = 'better' | 'worse' | 'even' | 'other';

export function verdictOn({ before, after, wanted }: Measure): Verdict {
  if (before === after) return 'even';
  if (wanted === 'neither') return 'other';
  return after > before === (wanted === 'more') ? 'better' : 'worse';
}

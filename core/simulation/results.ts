import type { CadenceDocument } from '../cadence/document.ts';
import type { Channel } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { Assumptions } from './assumptions.ts';
import type { Life } from './life.ts';
import type { DayTally } from './tally.ts';
import type { Difference, Flow, HumanTaskKind, SimulatedDay, SimulationResults, StepTotals } from './types.ts';

/** Longer chains of contacts than this fall into the last bar of the histogram. */
const MAX_CONTACTS_SHOWN = 20;

/** Adds days up. */
export class Results {
  readonly #document: CadenceDocument;
  readonly #from: CivilDate;
  readonly #assumptions: Assumptions;
  readonly #days: SimulatedDay[] = [];
  readonly #contactsByStep = new Map<string, number>();
  readonly #recoveredByStep = new Map<string, number>();

  constructor(document: CadenceDocument, from: CivilDate, assumptions: Assumptions) {
    this.#document = document;
    this.#from = from;
    this.#assumptions = assumptions;
  }

  take(day: SimulatedDay, tally: DayTally): void {
    this.#days.push(day);
    accumulate(this.#contactsByStep, tally.contactsByStep);
    accumulate(this.#recoveredByStep, tally.recoveredByStep);
  }

  /** @param idle the same people, uncontacted, in the same order */
  sum(lives: readonly Life[], idle: readonly Life[], owedCents: Cents): SimulationResults {
    const executed = this.#sums((day) => day.steps);
    const byChannel = this.#totals((day) => day.contacts) as Partial<Record<Channel, number>>;
    const flows = new Map<string, Map<string, number>>();
    for (const day of this.#days) {
      for (const { from, to, count } of day.flows) {
        let targets = flows.get(from);
        if (!targets) flows.set(from, (targets = new Map()));
        targets.set(to, (targets.get(to) ?? 0) + count);
      }
    }
    const standing = new Map<string, number>();
    const byTrack = new Map<string, { cases: number; recoveredCents: Cents; costCents: Cents }>();
    const byTier = new Map<string, { cases: number; recoveredCents: Cents }>();
    const contactsPerDebtor: number[] = [];
    let settledCases = 0;
    for (const life of lives) {
      if (life.settled) settledCases += 1;
      else if (life.lastStepId !== null) standing.set(life.lastStepId, (standing.get(life.lastStepId) ?? 0) + 1);
      const bar = Math.min(MAX_CONTACTS_SHOWN, life.contactCount);
      while (contactsPerDebtor.length <= bar) contactsPerDebtor.push(0);
      contactsPerDebtor[bar]! += 1;
      if (life.tierId === '') continue;
      const track = byTrack.get(life.trackId ?? 'no-track') ?? { cases: 0, recoveredCents: 0, costCents: 0 };
      byTrack.set(life.trackId ?? 'no-track', {
        cases: track.cases + 1,
        recoveredCents: track.recoveredCents + life.recovered,
        costCents: track.costCents + life.spent,
      });
      const tier = byTier.get(life.tierId) ?? { cases: 0, recoveredCents: 0 };
      byTier.set(life.tierId, { cases: tier.cases + 1, recoveredCents: tier.recoveredCents + life.recovered });
    }
    const steps = this.#document.tracks.flatMap((track) =>
      track.steps.map(({ id }): StepTotals => ({
        stepId: id,
        executed: executed.get(id) ?? 0,
        contacts: this.#contactsByStep.get(id) ?? 0,
        recoveredCents: this.#recoveredByStep.get(id) ?? 0,
        standing: standing.get(id) ?? 0,
      })),
    );
    return {
      from: this.#from,
      days: [...this.#days],
      cases: lives.length,
      owedCents,
      recoveredCents: this.#days.reduce((sum, day) => sum + day.recoveredCents, 0),
      costCents: this.#days.reduce((sum, day) => sum + day.costCents, 0),
      settledCases,
      contacts: Object.values(byChannel).reduce((sum, count) => sum + count, 0),
      contactsPerDebtor,
      byChannel,
      refusals: this.#totals((day) => day.refusals),
      waits: this.#totals((day) => day.waits),
      steps,
      flows: [...flows].flatMap(([from, targets]) => [...targets].map(([to, count]): Flow => ({ from, to, count }))),
      byTrack: [...byTrack].map(([trackId, totals]) => ({ trackId, ...totals })),
      byTier: [...byTier].map(([tierId, totals]) => ({ tierId, ...totals })),
      humanTasks: this.#totals((day) => day.humanTasks) as Partial<Record<HumanTaskKind, number>>,
      humanMinutes: this.#days.reduce((sum, day) => sum + day.humanMinutes, 0),
      forgivenCents: lives.reduce((sum, life) => sum + forgiven(life), 0),
      withoutCadence: {
        recoveredCents: idle.reduce((sum, life) => sum + life.recovered, 0),
        settledCases: idle.filter(({ settled }) => settled).length,
      },
      difference: differenceOf(lives.map((life, index) => life.recovered - idle[index]!.recovered)),
      assumptions: this.#assumptions,
    };
  }

  #totals(part: (day: SimulatedDay) => Readonly<Record<string, number>>): Record<string, number> {
    return Object.fromEntries(this.#sums(part));
  }

  #sums(part: (day: SimulatedDay) => Readonly<Record<string, number>>): Map<string, number> {
    const totals = new Map<string, number>();
    for (const day of this.#days) accumulate(totals, part(day));
    return totals;
  }
}

function accumulate(totals: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(counts)) totals.set(key, (totals.get(key) ?? 0) + count);
}

const forgiven = ({ subject }: Life): Cents =>
  subject.agreements.reduce((sum, { status, originalTotal, total }) => (status === 'completed' ? sum + Math.max(0, originalTotal - total) : sum), 0);

/** 97.5% quantile of the normal distribution. */
const Z = 1.959964;

/** The sum of paired differences and its 95% interval; of one case or none, the interval is the sum itself. */
export function differenceOf(each: readonly Cents[]): Difference {
  const count = each.length;
  const cents = each.reduce((sum, one) => sum + one, 0);
  if (count < 2) return { cents, lowCents: cents, highCents: cents };
  const mean = cents / count;
  const variance = each.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
  const reach = Math.round(Z * Math.sqrt(variance * count));
  return { cents, lowCents: cents - reach, highCents: cents + reach };
}

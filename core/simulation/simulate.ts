import { chargesFor } from '../payment/index.ts';
import { openDebts } from '../case/index.ts';
import { addDays, toDayNumber } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { DEFAULT_ASSUMPTIONS } from './assumptions.ts';
import { DayQueue } from './day-queue.ts';
import { Life } from './life.ts';
import { liveDay } from './live-day.ts';
import { prepare } from './prepared.ts';
import { Results } from './results.ts';
import { DayTally } from './tally.ts';
import { TimelineSink } from './timeline.ts';
import type { CaseTimeline, SimulatedDay, Simulation, SimulationInput, SimulationResults } from './types.ts';

const MAX_DAYS = 3660;
const NOBODY: ReadonlySet<string> = new Set();

/**
 * Runs a portfolio through a cadence, day by day, by the very functions that decide in production: tier, step, channel, guard, offers, bureau,
 * small claims. Only what debtors do is assumed. A day costs the cases that something happens to, not all there are.
 * @throws ReguaError `simulation.days`, `date.unreadable`
 */
export function simulate(input: SimulationInput): SimulationResults {
  const simulation = createSimulation(input);
  while (!simulation.done) {
    const day = simulation.step();
    if (input.onDay?.(day, { done: simulation.dayIndex, of: input.days }) === false) break;
  }
  return simulation.results();
}

/** The same, advanced by the caller. @throws ReguaError `simulation.days`, `date.unreadable` */
export function createSimulation(input: SimulationInput): Simulation {
  if (!Number.isInteger(input.days) || input.days < 1 || input.days > MAX_DAYS) {
    throw new ReguaError('simulation.days', `A simulação vai de 1 a ${MAX_DAYS} dias.`, { field: 'days' });
  }
  const assumptions = input.assumptions ?? DEFAULT_ASSUMPTIONS;
  const prepared = prepare(input.document, assumptions);
  const start = toDayNumber(input.from);
  const queue = new DayQueue(input.days);
  const lives: Life[] = [];
  let owedCents = 0;
  const results = new Results(input.document, input.from, assumptions);
  const followed = input.followed ?? NOBODY;
  let dayIndex = 0;
  let tally = new DayTally(followed);
  let position = 0;
  for (const [index, source] of input.cases.entries()) {
    const life = new Life(prepared, source, input.seed, input.from);
    owedCents += chargesFor(openDebts(source), source.debtor, input.document.policies, input.from).total;
    lives.push(life);
    queue.put(index, Math.max(0, life.wakesOn - start));
  }

  const advance = (maxCases: number): SimulatedDay | null => {
    if (dayIndex >= input.days) throw new ReguaError('simulation.done', 'A simulação já chegou ao último dia.');
    const today = queue.day(dayIndex);
    const end = Math.min(today.length, position + Math.max(1, maxCases));
    for (; position < end; position += 1) {
      const index = today[position]!;
      const life = lives[index]!;
      liveDay(life, start + dayIndex, tally);
      tally.looked += 1;
      queue.put(index, life.wakesOn - start);
    }
    if (position < today.length) return null;
    const day = tally.result(addDays(input.from, dayIndex), dayIndex);
    results.take(day, tally);
    queue.free(dayIndex);
    dayIndex += 1;
    position = 0;
    tally = new DayTally(followed);
    return day;
  };

  return {
    get dayIndex() {
      return dayIndex;
    },
    get done() {
      return dayIndex >= input.days;
    },
    advance,
    step: () => advance(Number.POSITIVE_INFINITY)!,
    results: () => results.sum(lives, owedCents),
    timelineOf: (caseId, options = {}): CaseTimeline => {
      const source = input.cases.find((one) => one.id === caseId);
      if (!source) throw new ReguaError('simulation.case', 'Este devedor não está na carteira simulada.', { field: 'caseId' });
      const life = new Life(prepared, source, input.seed, input.from);
      const sink = new TimelineSink(prepared, options.messages ?? false);
      for (let day = Math.max(start, life.wakesOn); day < start + dayIndex; day = Math.max(day + 1, life.wakesOn)) liveDay(life, day, sink);
      if (life.tierId === '') life.place();
      return { caseId, tierId: life.tierId, trackId: life.trackId, entries: sink.entries, subject: life.subject };
    },
  };
}

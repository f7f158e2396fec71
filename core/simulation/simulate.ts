import { chargesFor } from '../payment/index.ts';
import { openDebts } from '../case/index.ts';
import { addDays, toDayNumber } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { assumedWorld } from './assumed-world.ts';
import { DEFAULT_ASSUMPTIONS } from './assumptions.ts';
import { DayQueue } from './day-queue.ts';
import { Life } from './life.ts';
import { liveDay } from './live-day.ts';
import { prepare } from './prepared.ts';
import { Results } from './results.ts';
import { DayTally } from './tally.ts';
import type { Sink } from './sink.ts';
import { TimelineSink } from './timeline.ts';
import { wordingForGuard } from './wording.ts';
import type { CaseTimeline, SimulatedDay, Simulation, SimulationInput, SimulationResults } from './types.ts';

const MAX_DAYS = 3660;
const NOBODY: ReadonlySet<string> = new Set();
const NOBODY_TOLD: Sink = {
  step: () => undefined,
  wait: () => undefined,
  contact: () => undefined,
  refusal: () => undefined,
  task: () => undefined,
  reply: () => undefined,
  event: () => undefined,
};

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
  const prepared = prepare(input.document, input.hours);
  const world = input.world ?? assumedWorld(assumptions);
  const circumstances = { prepared, world, seed: input.seed, from: input.from };
  const compose = wordingForGuard();
  const start = toDayNumber(input.from);
  const queue = new DayQueue(input.days);
  const lives: Life[] = [];
  // Beside every life the same one uncontacted, with the same luck: what would have come in anyway.
  const idleQueue = new DayQueue(input.days);
  const idle: Life[] = [];
  let owedCents = 0;
  const results = new Results(input.document, input.from, assumptions);
  const followed = input.followed ?? NOBODY;
  let dayIndex = 0;
  let tally = new DayTally(followed, assumptions.minutes);
  let position = 0;
  for (const [index, source] of input.cases.entries()) {
    const life = new Life({ ...circumstances, compose }, source);
    owedCents += chargesFor(openDebts(source), source.debtor, input.document.policies, input.from).total;
    lives.push(life);
    queue.put(index, Math.max(0, life.wakesFirst - start));
    const alone = new Life({ ...circumstances, compose, idle: true }, source);
    idle.push(alone);
    idleQueue.put(index, Math.max(0, alone.wakesFirst - start));
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
      queue.put(index, life.wakesAfter(start + dayIndex) - start);
    }
    if (position < today.length) return null;
    for (const index of idleQueue.day(dayIndex)) {
      const alone = idle[index]!;
      const before = alone.recovered;
      liveDay(alone, start + dayIndex, NOBODY_TOLD);
      tally.withoutCadenceCents += alone.recovered - before;
      idleQueue.put(index, alone.wakesAfter(start + dayIndex) - start);
    }
    idleQueue.free(dayIndex);
    const day = tally.result(addDays(input.from, dayIndex), dayIndex);
    results.take(day, tally);
    queue.free(dayIndex);
    dayIndex += 1;
    position = 0;
    tally = new DayTally(followed, assumptions.minutes);
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
    results: () => results.sum(lives, idle, owedCents),
    timelineOf: (caseId, options = {}): CaseTimeline => {
      const source = input.cases.find((one) => one.id === caseId);
      if (!source) throw new ReguaError('simulation.case', 'Este devedor não está na carteira simulada.', { field: 'caseId' });
      const messages = options.messages ?? false;
      const life = new Life(messages ? circumstances : { ...circumstances, compose }, source);
      const sink = new TimelineSink(messages);
      for (let day = Math.max(start, life.wakesFirst); day < start + dayIndex; day = life.wakesAfter(day)) liveDay(life, day, sink);
      if (life.tierId === '') life.place();
      const { tierId, trackId, subject, tasks, nextActionOn } = life;
      return { caseId, tierId, trackId, entries: sink.entries, subject, tasks, nextActionOn };
    },
  };
}

import type { Channel, Contact } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { StepTask } from '../run/index.ts';
import type { Assumptions } from './assumptions.ts';
import type { Sink, Told } from './sink.ts';
import type { EventName, Flow, Happening, HumanTaskKind, Move, SimulatedDay } from './types.ts';
import { START } from './types.ts';

type Count = Record<string, number>;
/** Keys are ids from outside: without a prototype, no key finds anything that was not counted. */
const none = (): Count => Object.create(null) as Count;
const add = (counts: Count, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by;
};

const NO_TRACK = 'no-track';

/** Counts one day of every life. */
export class DayTally implements Sink {
  readonly #followed: ReadonlySet<string>;
  readonly #each: Assumptions['minutes'];
  #minutes = 0;
  /** What would have come in without the cadence. */
  withoutCadenceCents: Cents = 0;
  readonly #steps = none();
  readonly #flows = new Map<string, Map<string, number>>();
  readonly #moves: Move[] = [];
  readonly #happenings: Happening[] = [];
  readonly #contacts: Partial<Record<Channel, number>> = {};
  readonly #refusals = none();
  readonly #waits = none();
  readonly #recoveredByTrack = none();
  readonly #tasks: Partial<Record<HumanTaskKind, number>> = {};
  readonly #events: Record<EventName, number> = {
    payments: 0,
    settled: 0,
    promises: 0,
    brokenPromises: 0,
    agreements: 0,
    brokenAgreements: 0,
    disputes: 0,
    optOuts: 0,
    registered: 0,
    removed: 0,
    filed: 0,
  };
  #failed = 0;
  #cost = 0;
  #recovered = 0;
  looked = 0;
  /** By step id: what lasts beyond the day. */
  readonly contactsByStep = none();
  readonly recoveredByStep = none();

  constructor(followed: ReadonlySet<string>, minutes: Assumptions['minutes']) {
    this.#followed = followed;
    this.#each = minutes;
  }

  step(life: Told, stepId: string): void {
    add(this.#steps, stepId);
    const from = life.lastStepId ?? START;
    let flows = this.#flows.get(from);
    if (!flows) this.#flows.set(from, (flows = new Map()));
    flows.set(stepId, (flows.get(stepId) ?? 0) + 1);
    if (this.#followed.has(life.subject.id)) this.#moves.push({ caseId: life.subject.id, from, to: stepId });
  }

  wait(_life: Told, code: string): void {
    add(this.#waits, code);
  }

  contact(_life: Told, contact: Contact): void {
    this.#contacts[contact.channel] = (this.#contacts[contact.channel] ?? 0) + 1;
    this.#cost += contact.costCents ?? 0;
    if (contact.status === 'failed') this.#failed += 1;
    add(this.contactsByStep, contact.stepId);
  }

  refusal(_life: Told, _stepId: string, code: string): void {
    add(this.#refusals, code);
  }

  task(_life: Told, { kind }: StepTask): void {
    this.#tasks[kind] = (this.#tasks[kind] ?? 0) + 1;
    this.#minutes += this.#each[kind];
  }

  reply(): void {
    this.#minutes += this.#each.reply;
  }

  event(life: Told, event: EventName, _reason: string, amount: Cents = 0): void {
    this.#events[event] += 1;
    if (this.#followed.has(life.subject.id)) this.#happenings.push({ caseId: life.subject.id, event });
    if (amount === 0) return;
    this.#recovered += amount;
    add(this.#recoveredByTrack, life.trackId ?? NO_TRACK, amount);
    add(this.recoveredByStep, life.lastStepId ?? START, amount);
  }

  result(on: CivilDate, index: number): SimulatedDay {
    const flows: Flow[] = [];
    for (const [from, targets] of this.#flows) for (const [to, count] of targets) flows.push({ from, to, count });
    return {
      on,
      index,
      looked: this.looked,
      steps: this.#steps,
      flows,
      moves: this.#moves,
      happenings: this.#happenings,
      contacts: this.#contacts,
      failedContacts: this.#failed,
      refusals: this.#refusals,
      waits: this.#waits,
      costCents: this.#cost,
      recoveredByTrack: this.#recoveredByTrack,
      recoveredCents: this.#recovered,
      humanTasks: this.#tasks,
      humanMinutes: this.#minutes,
      withoutCadenceCents: this.withoutCadenceCents,
      events: this.#events,
    };
  }
}

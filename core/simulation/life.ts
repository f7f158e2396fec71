import type { Agreement, BureauEntry, Case, Contact, Debt, Filing, PromiseToPay, StepRecord } from '../case/index.ts';
import { chargesFor } from '../payment/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { toDayNumber } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { chargeableDebts } from '../prescription/index.ts';
import { decideTier } from '../tier/index.ts';
import type { Prepared, PreparedTrack } from './prepared.ts';
import type { Random } from './random.ts';
import { mulberry32, seedOf } from './random.ts';
import type { Told } from './sink.ts';
import { firstEvents } from './first-events.ts';
import type { WorldEvent } from './world-event.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A case whose history grows; the arrays are this life's own. */
export interface LivedCase extends Mutable<Case> {
  debts: Debt[];
  contacts: Contact[];
  steps: StepRecord[];
  promises: PromiseToPay[];
  agreements: Agreement[];
  bureauEntries: BureauEntry[];
  filings: Filing[];
}

/** One debtor on the simulated clock: what the world does to them and what the cadence decides. Independent of every other life. */
export class Life implements Told {
  readonly prepared: Prepared;
  readonly random: Random;
  subject: LivedCase;
  today: CivilDate;
  tierId = '';
  track: PreparedTrack | undefined;
  lastStepId: string | null = null;
  settled = false;
  contactCount = 0;
  recovered: Cents = 0;
  spent: Cents = 0;
  /** Day number of the next look by the cadence; Infinity = none. */
  nextLook: number;
  #placedOn: CivilDate | undefined;
  #placedWith: readonly Debt[] | undefined;
  readonly #events: WorldEvent[] = [];
  readonly #done = new Set<string>();

  constructor(prepared: Prepared, source: Case, seed: number, from: CivilDate) {
    this.prepared = prepared;
    this.random = mulberry32(seedOf(seed, source.id));
    this.subject = {
      ...source,
      debts: [...source.debts],
      contacts: [...source.contacts],
      steps: [...source.steps],
      promises: [...source.promises],
      agreements: [...source.agreements],
      bureauEntries: [...source.bureauEntries],
      filings: [...source.filings],
    };
    this.today = from;
    this.nextLook = toDayNumber(from);
    for (const event of firstEvents(this.subject, prepared.assumptions, this.random, from)) this.plan(event);
  }

  get trackId(): string | null {
    return this.track?.track.id ?? null;
  }

  /** Day number on which something happens next; Infinity when nothing will. */
  get wakesOn(): number {
    return Math.min(this.nextLook, this.#events[0]?.day ?? Number.POSITIVE_INFINITY);
  }

  /** True once for each key: a task that is open already is not opened again when its step comes back. */
  firstTime(key: string): boolean {
    if (this.#done.has(key)) return false;
    this.#done.add(key);
    return true;
  }

  /** Something the world will do. Kept in order of day; what is planned first happens first. */
  plan(event: WorldEvent): void {
    let index = this.#events.length;
    while (index > 0 && this.#events[index - 1]!.day > event.day) index -= 1;
    this.#events.splice(index, 0, event);
  }

  /** Takes out what the world does on a day or should have done before it; undefined when there is nothing left to do. */
  nextEvent(day: number): WorldEvent | undefined {
    return this.#events[0] && this.#events[0].day <= day ? this.#events.shift() : undefined;
  }

  /** An event changed the case: it is looked at in today's run. */
  lookToday(): void {
    this.nextLook = Math.min(this.nextLook, toDayNumber(this.today));
  }

  chargeable(): readonly Debt[] {
    return chargeableDebts(this.subject, this.prepared.document.policies.prescription.years, this.today);
  }

  replaceDebt(debt: Debt): void {
    this.subject.debts = this.subject.debts.map((other) => (other.id === debt.id ? debt : other));
  }

  /** What is owed today on one debt, cents. */
  owed(debt: Debt): Cents {
    return chargesFor([debt], this.subject.debtor, this.prepared.document.policies, this.today).total;
  }

  /** The tier and track of today; asked again only when the day or the debts are others. */
  place(): void {
    if (this.#placedOn === this.today && this.#placedWith === this.subject.debts) return;
    this.#placedOn = this.today;
    this.#placedWith = this.subject.debts;
    const { document, tiersNeedDebt, trackOf } = this.prepared;
    const debt = tiersNeedDebt ? chargesFor(this.chargeable(), this.subject.debtor, document.policies, this.today).total : 0;
    this.tierId = decideTier(this.subject, document.tiers, debt, this.today).tierId;
    this.track = trackOf(this.tierId);
  }

  /** To be looked at again on a date, tomorrow at the earliest; null = not before an event. */
  lookOn(date: CivilDate | null): void {
    this.nextLook = date === null ? Number.POSITIVE_INFINITY : Math.max(toDayNumber(this.today) + 1, toDayNumber(date));
  }
}

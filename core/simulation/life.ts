import type { Agreement, BureauEntry, Case, Contact, Debt, Filing, PromiseToPay, StepRecord } from '../case/index.ts';
import { openDebts } from '../case/index.ts';
import { chargesFor } from '../payment/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { toDayNumber } from '../civil-date.ts';
import { collectibleDebts } from '../message/index.ts';
import type { Cents } from '../money.ts';
import { chargeableDebts } from '../prescription/index.ts';
import type { Compose, StepTask } from '../run/index.ts';
import { decideTier } from '../tier/index.ts';
import type { Prepared, PreparedTrack } from './prepared.ts';
import type { Random } from './random.ts';
import { mulberry32, seedOf } from './random.ts';
import type { Told } from './sink.ts';
import type { World } from './world.ts';
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

/** What a life is lived in. */
export interface Circumstances {
  readonly prepared: Prepared;
  readonly world: World;
  readonly seed: number;
  readonly from: CivilDate;
  /** Nobody contacts these people: only what they do by themselves happens. */
  readonly idle?: boolean | undefined;
  /** How messages are written; absent: as they would leave. */
  readonly compose?: Compose | undefined;
}

/** One debtor on the simulated clock: what the world does to them and what the cadence decides. Independent of every other life. */
export class Life implements Told {
  readonly prepared: Prepared;
  readonly idle: boolean;
  readonly world: World;
  readonly compose: Compose | undefined;
  readonly random: Random;
  /** What the debtor would do by themselves has its own dice, so that it is the same under every cadence and under none. */
  readonly spontaneous: Random;
  readonly subject: LivedCase;
  today: CivilDate;
  tierId = '';
  track: PreparedTrack | undefined;
  lastStepId: string | null = null;
  settled = false;
  contactCount = 0;
  recovered: Cents = 0;
  spent: Cents = 0;
  /** What came in under agreements, for the day on which one breaks. */
  readonly underAgreements: { readonly agreementId: string; readonly date: CivilDate; readonly amount: Cents }[] = [];
  /** When the cadence looks again, as the ledger keeps it; null = when something happens. */
  nextActionOn: CivilDate | null;
  /** When a bureau entry's removal is looked at again. */
  removalOn: CivilDate | null = null;
  #placedOn: CivilDate | undefined;
  #placedWith: readonly Debt[] | undefined;
  #charges: { readonly on: CivilDate; readonly debts: readonly Debt[]; readonly agreements: readonly Agreement[]; readonly sum: DebtsCharges } | undefined;
  readonly #events: WorldEvent[] = [];
  readonly #tasks = new Map<string, StepTask>();

  constructor({ prepared, world, seed, from, compose, idle = false }: Circumstances, source: Case) {
    this.idle = idle;
    this.prepared = prepared;
    this.world = world;
    this.compose = compose;
    this.random = mulberry32(seedOf(seed, source.id));
    this.spontaneous = mulberry32(seedOf(seed, `${source.id}#`));
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
    // As on import: who owes nothing is not looked at.
    this.nextActionOn = !idle && openDebts(source).length > 0 ? from : null;
    if (!idle && this.subject.bureauEntries.length > 0) this.removalOn = from;
    world.begins(this, from);
  }

  get trackId(): string | null {
    return this.track?.track.id ?? null;
  }

  get tasks(): readonly StepTask[] {
    return [...this.#tasks.values()];
  }

  /** The id that the next contact will have. */
  get nextContactId(): string {
    return `contato-${this.subject.contacts.length + 1}`;
  }

  /** Day number on which something happens next, after today; Infinity when nothing will. */
  wakesAfter(day: number): number {
    const look = Math.min(dayOf(this.nextActionOn), dayOf(this.removalOn));
    return Math.min(Math.max(day + 1, look), this.#events[0]?.day ?? Number.POSITIVE_INFINITY);
  }

  /** Day number of the first thing that happens. */
  get wakesFirst(): number {
    return Math.min(dayOf(this.nextActionOn), this.#events[0]?.day ?? Number.POSITIVE_INFINITY);
  }

  /** Keeps a task, if its key is new: one that is open already is not opened again when its step comes back. */
  open(task: StepTask): boolean {
    if (this.#tasks.has(task.key)) return false;
    this.#tasks.set(task.key, task);
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
  wake(): void {
    if (!this.idle && (this.nextActionOn === null || this.nextActionOn > this.today)) this.nextActionOn = this.today;
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

  /** What the debts that may be spoken of cost today; counted again only when the day or the debts are others. */
  readonly charges = (): DebtsCharges => {
    const { subject, today } = this;
    const { policies } = this.prepared.document;
    if (this.#charges?.on !== today || this.#charges.debts !== subject.debts || this.#charges.agreements !== subject.agreements) {
      const debts = collectibleDebts(subject, today, policies.prescription.years);
      this.#charges = { on: today, debts: subject.debts, agreements: subject.agreements, sum: chargesFor(debts, subject.debtor, policies, today) };
    }
    return this.#charges.sum;
  };

  /** The tier and track of today; asked again only when the day or the debts are others. */
  place(): void {
    if (this.#placedOn === this.today && this.#placedWith === this.subject.debts) return;
    this.#placedOn = this.today;
    this.#placedWith = this.subject.debts;
    const { document, tiersNeedDebt, trackOf } = this.prepared;
    const debt = tiersNeedDebt ? this.charges().total : 0;
    this.tierId = decideTier(this.subject, document.tiers, debt, this.today).tierId;
    this.track = trackOf(this.tierId);
  }
}

const dayOf = (date: CivilDate | null): number => (date === null ? Number.POSITIVE_INFINITY : toDayNumber(date));

import { advanceEntry, removalState } from '../../core/bureau/index.ts';
import type { CadenceDocument } from '../../core/cadence/document.ts';
import { contactOpening } from '../../core/calendar/index.ts';
import type { Agreement, Case, Contact } from '../../core/case/index.ts';
import { chargeDebt } from '../../core/charges/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { toDayNumber } from '../../core/civil-date.ts';
import type { ComposedMessage } from '../../core/message/composed.ts';
import type { Offer } from '../../core/offer/index.ts';
import { acceptOffer, offersForCase } from '../../core/offer/index.ts';
import type { StepTask } from '../../core/run/index.ts';
import { Life } from '../../core/simulation/life.ts';
import { liveDay, runAt } from '../../core/simulation/live-day.ts';
import { prepare } from '../../core/simulation/prepared.ts';
import type { Sink } from '../../core/simulation/sink.ts';
import { happen } from '../../core/simulation/world-events.ts';
import { QUIET_WORLD } from '../../core/simulation/world.ts';
import type { StepDecision } from '../../core/step/index.ts';
import { chooseStep } from '../../core/step/index.ts';

export interface Happened {
  readonly on: CivilDate;
  /** `aviso sms`, `negativacao eligible`, `formal hours`… */
  readonly what: string;
  readonly text?: string;
}

/** How the outside world answers a send. */
export type Delivery = 'delivered' | 'silent' | 'failed';

const NAMES: Partial<Record<StepTask['kind'], string>> = { 'bureau-request': 'negativacao eligible', 'small-claims': 'juizado eligible' };

/**
 * One case in a world where only what the story tells happens, run by the machine that simulates it and that n8n's nodes run by. The daily runs are at 9:00
 * and 15:00 in São Paulo, and the case is looked at only when its next action has come, so that a wrong date loses a step and a story fails.
 */
export class World {
  readonly document: CadenceDocument;
  readonly life: Life;
  delivery: Delivery = 'delivered';
  readonly log: Happened[] = [];
  readonly #sink: Sink;

  constructor(document: CadenceDocument, subject: Case, from: CivilDate) {
    this.document = document;
    const world = {
      ...QUIET_WORLD,
      delivers: () =>
        this.delivery === 'failed'
          ? ({ kind: 'refused', fault: 'person' } as const)
          : ({ kind: 'accepted', status: this.delivery === 'delivered' ? 'delivered' : 'sent' } as const),
    };
    this.life = new Life({ prepared: prepare(document, ['09:00', '15:00']), world, seed: 1, from }, subject);
    this.#sink = this.#writing();
  }

  get subject(): Case {
    return this.life.subject;
  }

  set subject(changed: Case) {
    Object.assign(this.life.subject, changed);
  }

  /** What the choice of steps says now. */
  get decision(): StepDecision {
    this.life.place();
    return chooseStep(this.life.subject, this.life.track!.plan, this.document.policies, this.life.today);
  }

  /** Runs daily from one date to another, both included. */
  days(from: CivilDate, to: CivilDate): this {
    for (let day = toDayNumber(from); day <= toDayNumber(to); day += 1) liveDay(this.life, day, this.#sink);
    return this;
  }

  /** One run at an instant, dated in São Paulo. */
  tick(now: string): void {
    this.life.today = contactOpening(now, { uf: 'SP' }).localDate;
    this.life.place();
    runAt(this.life, now, this.#sink);
  }

  /** What was done, as `date what`. */
  story(): string[] {
    return this.log.map(({ on, what }) => `${on} ${what}`);
  }

  /** Money for one debt, or all of what is owed on it. The event brings the case back, and is thanked for. */
  pay(on: CivilDate, debtId: string, amount?: number): void {
    const debt = this.subject.debts.find(({ id }) => id === debtId)!;
    const owed = chargeDebt(debt, this.document.policies.contract, on).total;
    this.#on(on, { kind: 'receives', amount: amount ?? owed, debtId, reference: `${on}-${debtId}` });
  }

  /** The bank takes the debt's payments back. */
  reversePayments(on: CivilDate, debtId: string): void {
    this.life.today = on;
    this.life.replaceDebt({ ...this.subject.debts.find(({ id }) => id === debtId)!, payments: [], status: 'open' });
    this.life.wake();
  }

  contest(on: CivilDate, debtId: string): void {
    this.#on(on, { kind: 'disputes', debtId });
  }

  resolveContest(on: CivilDate, debtId: string): void {
    this.#on(on, { kind: 'resolves', debtId });
  }

  optOut(on: CivilDate): void {
    this.#on(on, { kind: 'opts-out' });
  }

  promise(on: CivilDate, dueOn: CivilDate): void {
    this.#on(on, { kind: 'promises', inDays: toDayNumber(dueOn) - toDayNumber(on) });
  }

  offers(on: CivilDate): readonly Offer[] {
    const found = offersForCase(this.subject, this.document.policies, '', 'todos', on);
    return 'offers' in found ? found.offers : [];
  }

  accept(on: CivilDate, offer: Offer): Agreement {
    const wanted = { offerId: offer.id, installments: 0, policyId: '', tierId: 'todos' };
    const result = acceptOffer(this.subject, this.life.prepared.settings, wanted, on);
    if (result.kind === 'refused') throw new Error(result.reason);
    this.life.today = on;
    this.life.subject.agreements = [...this.life.subject.agreements, result.agreement];
    this.life.wake();
    return result.agreement;
  }

  payInstallment(on: CivilDate, agreementId: string, number: number): void {
    const agreement = this.subject.agreements.find(({ id }) => id === agreementId)!;
    const { amount } = agreement.installments.find((one) => one.number === number)!;
    this.#on(on, { kind: 'receives', amount, debtId: agreement.debtIds[0]!, reference: `${agreementId}-${number}` });
  }

  /** A receipt that comes late. */
  receipt(on: CivilDate, stepId: string): void {
    const { id } = this.subject.contacts.find((contact) => contact.stepId === stepId)!;
    this.#on(on, { kind: 'receipt', contactId: id });
  }

  confirmEntry(on: CivilDate, event: 'registered' | 'removal-requested' | 'removed'): void {
    this.life.today = on;
    this.life.subject.bureauEntries = this.life.subject.bureauEntries.map((entry) => advanceEntry(entry, event, on));
    this.life.removalOn = on;
  }

  removals(on: CivilDate): string[] {
    return this.subject.bureauEntries.map((entry) => removalState(entry, this.subject, this.document.policies, on).kind);
  }

  #on(on: CivilDate, event: DistributiveOmit<Parameters<typeof happen>[1], 'day'>): void {
    this.life.today = on;
    this.life.place();
    happen(this.life, { ...event, day: toDayNumber(on) }, this.#sink);
  }

  #writing(): Sink {
    const note = (what: string, text?: string): void => void this.log.push({ on: this.life.today, what, ...(text === undefined ? {} : { text }) });
    return {
      step: () => undefined,
      wait: () => undefined,
      contact: (_life, contact: Contact, message: ComposedMessage) => {
        if (contact.status !== 'failed') note(`${contact.stepId} ${contact.channel}`, message.text);
      },
      refusal: (_life, stepId, code) => note(code.startsWith('bureau-') ? `negativacao ${code.slice(7)}` : `${stepId} ${code}`),
      task: (_life, { kind, key, title }) => {
        if (kind === 'bureau-removal') note(key.startsWith('bureau-alarm:') ? 'retirada urgente' : 'retirada pedida');
        else note(NAMES[kind] ?? title);
      },
      reply: () => undefined,
      event: (_life, event) => {
        if (event === 'brokenAgreements') note('acordo quebrado');
      },
    };
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

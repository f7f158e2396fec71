import { agreementReminders, reinstate } from '../../core/agreement/index.ts';
import { advanceEntry, bureauEligibility, removalState, requestEntry } from '../../core/bureau/index.ts';
import type { Block, MessageBlock } from '../../core/cadence/blocks.ts';
import type { CadenceDocument, Step } from '../../core/cadence/document.ts';
import { settingsOf } from '../../core/cadence/settings.ts';
import { contactOpening } from '../../core/calendar/index.ts';
import type { Agreement, Case, Contact, Debt } from '../../core/case/index.ts';
import { rankChannels } from '../../core/channel/index.ts';
import type { DebtsCharges } from '../../core/charges/index.ts';
import { chargeDebt, chargeDebts } from '../../core/charges/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { addDays } from '../../core/civil-date.ts';
import { guard } from '../../core/guard/index.ts';
import { composeMessage } from '../../core/message/index.ts';
import type { Offer } from '../../core/offer/index.ts';
import { agreementFrom, offersFor, pickOfferPolicy } from '../../core/offer/index.ts';
import { chargeableDebts } from '../../core/prescription/index.ts';
import { smallClaimsEligibility } from '../../core/small-claims/eligibility.ts';
import type { StepDecision } from '../../core/step/index.ts';
import { chooseStep, nextActionOn, planOf } from '../../core/step/index.ts';
import { decideTier } from '../../core/tier/index.ts';

export interface Happened {
  readonly on: CivilDate;
  /** `aviso sms`, `negativacao requested`, `formal hours`… */
  readonly what: string;
  readonly text?: string;
}

/** How the outside world answers a send. */
export type Delivery = 'delivered' | 'silent' | 'failed';

/**
 * A world in memory for one case: the core's decisions wired as the nodes wire them, without a ledger. Time moves only by `tick`; the
 * daily run is at 9:00 in São Paulo, and the case is looked at only when its next action has come, so that a wrong date
 * loses a step and a story fails.
 */
export class World {
  readonly document: CadenceDocument;
  subject: Case;
  delivery: Delivery = 'delivered';
  readonly log: Happened[] = [];
  /** The last decision of the step choice. */
  decision: StepDecision | undefined;
  #nextLook: { date: CivilDate; instant?: string } | null;
  #now = '';

  constructor(document: CadenceDocument, subject: Case, from: CivilDate) {
    this.document = document;
    this.subject = subject;
    this.#nextLook = { date: from };
  }

  /** Runs daily from one date to another, both included. */
  days(from: CivilDate, to: CivilDate): this {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      this.tick(`${day}T12:00:00Z`);
      // A message that waits for its hour leaves in a later run of the same day.
      if (this.#nextLook?.date === day) this.tick(`${day}T18:00:00Z`);
    }
    return this;
  }

  /** One run at an instant, dated in São Paulo. */
  tick(now: string): void {
    this.#now = now;
    const on = this.#today();
    this.#removals(on);
    if (this.#nextLook === null || this.#nextLook.date > on || (this.#nextLook.instant !== undefined && this.#nextLook.instant > now)) return;
    const { policies, tracks, tiers } = this.document;
    const { tierId } = decideTier(this.subject, tiers, this.#charges(on).total, on);
    const track = tracks.find(({ tierIds }) => tierIds.includes(tierId))!;
    const plan = planOf(this.document, track);
    const waiting = this.#remindOfAgreement(on);
    if (waiting) {
      this.#nextLook = waiting;
      return;
    }
    const decision = chooseStep(this.subject, plan, policies, on);
    this.decision = decision;
    if (decision.kind === 'wait') {
      this.#nextLook = decision.nextActionOn === null ? null : { date: decision.nextActionOn };
      return;
    }
    const next = nextActionOn(this.subject, plan, policies, on);
    const step = track.steps.find(({ id }) => id === decision.stepId)!;
    const deferred = this.#run(step, decision.cycle, on, tierId);
    if (deferred) {
      this.#nextLook = deferred;
      return;
    }
    this.subject = {
      ...this.subject,
      steps: [...this.subject.steps, { cadenceId: this.document.id, stepId: step.id, cycle: decision.cycle, status: 'done', on }],
    };
    this.#nextLook = next === null ? null : { date: next };
  }

  /** What was done, as `date what`. */
  story(): string[] {
    return this.log.map(({ on, what }) => `${on} ${what}`);
  }

  /** Money for one debt, or all of what is owed on it. The event brings the case back, and is thanked for. */
  pay(on: CivilDate, debtId: string, amount?: number): void {
    const debt = this.subject.debts.find(({ id }) => id === debtId)!;
    const owed = chargeDebt(debt, this.document.policies.contract, on).total;
    const paid = amount ?? owed;
    this.#replace({ ...debt, payments: [...debt.payments, { date: on, amount: paid }], status: paid >= owed ? 'paid' : 'open' });
    this.#event(on, `${on}T17:00:00Z`);
    for (const block of this.document.events.payment) this.#block(block, 'evento-pagamento', on, on, 'todos', []);
  }

  /** The bank takes the debt's payments back. */
  reversePayments(on: CivilDate, debtId: string): void {
    this.#replace({ ...this.subject.debts.find(({ id }) => id === debtId)!, payments: [], status: 'open' });
    this.#event(on);
  }

  contest(on: CivilDate, debtId: string): void {
    this.#replace({ ...this.subject.debts.find(({ id }) => id === debtId)!, contestedOn: on });
    this.#event(on);
  }

  resolveContest(on: CivilDate, debtId: string): void {
    const { contestedOn: _, ...debt } = this.subject.debts.find(({ id }) => id === debtId)!;
    this.#replace(debt);
    this.#event(on);
  }

  optOut(on: CivilDate): void {
    this.subject = { ...this.subject, debtor: { ...this.subject.debtor, optedOut: ['all'] } };
    this.#event(on);
  }

  promise(on: CivilDate, dueOn: CivilDate): void {
    this.subject = {
      ...this.subject,
      promises: [...this.subject.promises, { id: `p${this.subject.promises.length}`, madeOn: on, dueOn, amount: this.#charges(on).total, status: 'open' }],
    };
    this.#event(on);
  }

  offers(on: CivilDate): Offer[] {
    const charges = this.#charges(on);
    const policy = pickOfferPolicy(this.document.policies, 'todos', charges.daysOverdue)!;
    return offersFor(charges, policy, on, { uf: this.subject.debtor.uf });
  }

  accept(on: CivilDate, offer: Offer): Agreement {
    const agreement = agreementFrom(offer, { id: `acordo-${this.subject.agreements.length + 1}`, on, debtIds: this.#chargeable(on).map(({ id }) => id) });
    this.subject = { ...this.subject, agreements: [...this.subject.agreements, agreement] };
    this.#event(on);
    return agreement;
  }

  payInstallment(on: CivilDate, agreementId: string, number: number): void {
    this.subject = {
      ...this.subject,
      agreements: this.subject.agreements.map((one) =>
        one.id === agreementId
          ? { ...one, installments: one.installments.map((part) => (part.number === number ? { ...part, paidOn: on, paidAmount: part.amount } : part)) }
          : one,
      ),
    };
    this.#event(on);
  }

  /** The creditor ends a breached agreement: the debts come back net of what was paid. */
  breakAgreement(on: CivilDate, agreementId: string): DebtsCharges {
    const agreement = this.subject.agreements.find(({ id }) => id === agreementId)!;
    const back = reinstate(agreement, this.subject.debts, this.document.policies.contract, on);
    this.subject = { ...this.subject, agreements: this.subject.agreements.map((one) => (one.id === agreementId ? back.agreement : one)) };
    for (const debt of back.debts) this.#replace(debt);
    this.#event(on);
    return back.charges;
  }

  /** A receipt that comes late. */
  receipt(on: CivilDate, stepId: string): void {
    this.subject = {
      ...this.subject,
      contacts: this.subject.contacts.map((contact) =>
        contact.stepId === stepId ? { ...contact, status: 'delivered', deliveredAt: `${on}T15:00:00Z` } : contact,
      ),
    };
    this.#event(on);
  }

  confirmEntry(on: CivilDate, event: 'registered' | 'removal-requested' | 'removed'): void {
    this.subject = { ...this.subject, bureauEntries: this.subject.bureauEntries.map((entry) => advanceEntry(entry, event, on)) };
  }

  #event(on: CivilDate, now = `${on}T12:00:00Z`): void {
    this.#now = now;
    this.#nextLook = { date: on };
  }

  #today(): CivilDate {
    return contactOpening(this.#now, { uf: 'SP' }).localDate;
  }

  #chargeable(on: CivilDate): readonly Debt[] {
    return chargeableDebts(this.subject, this.document.policies.prescription.years, on);
  }

  #charges(on: CivilDate): DebtsCharges {
    return chargeDebts(this.#chargeable(on), this.document.policies.contract, on);
  }

  #replace(debt: Debt): void {
    this.subject = { ...this.subject, debts: this.subject.debts.map((other) => (other.id === debt.id ? debt : other)) };
  }

  #run(step: Step, cycle: string, on: CivilDate, tierId: string): { date: CivilDate; instant: string } | null {
    let offers: Offer[] = [];
    for (const block of step.blocks) {
      if (block.kind === 'offer') offers = this.offers(on);
      const deferred = this.#block(block, step.id, cycle, on, tierId, offers);
      if (deferred) return deferred;
    }
    return null;
  }

  #block(block: Block, stepId: string, cycle: string, on: CivilDate, tierId: string, offers: Offer[]): { date: CivilDate; instant: string } | null {
    if (block.kind === 'message') return this.#send(block, stepId, cycle, on, tierId, offers);
    if (block.kind === 'bureau') this.#register(on);
    if (block.kind === 'smallClaims') this.#file(on);
    return null;
  }

  #send(block: MessageBlock, stepId: string, cycle: string, on: CivilDate, tierId: string, offers: Offer[]): { date: CivilDate; instant: string } | null {
    const { policies } = this.document;
    const { subject } = this;
    if (block.channel === 'chosen') throw new Error('the stories name their channels');
    const { chosen } = rankChannels(subject, { allowed: [block.channel], preferAnswered: false, settings: policies.channels, on, purpose: block.purpose });
    if (!chosen) {
      this.log.push({ on, what: `${stepId} no-channel` });
      return null;
    }
    const message = composeMessage({
      texts: block.texts,
      purpose: block.purpose,
      asksForAnswer: block.asksForAnswer,
      channel: chosen.channel,
      subject,
      settings: settingsOf(this.document),
      tierId,
      charges: this.#charges(on),
      offers,
      agreementId: cycle,
      on,
    });
    const contactPoint = subject.debtor.contactPoints.find(({ id }) => id === chosen.contactPointId) ?? null;
    const verdict = guard({ subject, channel: chosen.channel, contactPoint, message, purpose: block.purpose, policies, now: this.#now, on });
    if (!verdict.allowed) {
      this.log.push({ on, what: `${stepId} ${verdict.code}` });
      return verdict.deferredUntil ?? null;
    }
    const { localDate } = contactOpening(this.#now, { uf: subject.debtor.uf });
    const contact: Contact = {
      id: `c${subject.contacts.length}`,
      cadenceId: this.document.id,
      stepId,
      blockId: block.id,
      cycle,
      channel: chosen.channel,
      ...(chosen.contactPointId === null ? {} : { contactPointId: chosen.contactPointId }),
      purpose: block.purpose,
      status: this.delivery === 'delivered' ? 'delivered' : this.delivery === 'failed' ? 'failed' : 'sent',
      at: this.#now,
      localDate,
      ...(this.delivery === 'delivered' ? { deliveredAt: this.#now } : {}),
    };
    this.subject = { ...subject, contacts: [...subject.contacts, contact] };
    this.log.push({ on, what: `${stepId} ${chosen.channel}`, text: message.text });
    return null;
  }

  #register(on: CivilDate): void {
    const eligibility = bureauEligibility(this.subject, this.document.policies, on);
    this.log.push({ on, what: `negativacao ${eligibility.code}` });
    if (!eligibility.eligible) return;
    const entry = requestEntry(eligibility, { id: `n${this.subject.bureauEntries.length}`, provider: 'manual', on });
    this.subject = { ...this.subject, bureauEntries: [...this.subject.bureauEntries, entry] };
  }

  #file(on: CivilDate): void {
    const oldest = this.#chargeable(on)[0]!;
    const decision = smallClaimsEligibility({ amount: this.#charges(on).total, plaintiff: this.document.creditor.kind, dueDate: oldest.dueDate, on });
    this.log.push({ on, what: `juizado ${decision.code}` });
  }

  #removals(on: CivilDate): void {
    for (const entry of this.subject.bureauEntries) {
      const { kind } = removalState(entry, this.subject, this.document.policies, on);
      if (kind === 'alarm' || kind === 'overdue') this.log.push({ on, what: `retirada ${kind}` });
    }
  }

  /** @returns when to try again, when a reminder has to wait for its hour */
  #remindOfAgreement(on: CivilDate): { date: CivilDate; instant: string } | null {
    for (const agreement of this.subject.agreements) {
      const { due, breached } = agreementReminders(this.subject, agreement, this.document.policies, on);
      if (breached && agreement.status === 'active') this.log.push({ on, what: 'acordo breached' });
      if (!due) continue;
      this.log.push({ on, what: `acordo ${due.key}` });
      for (const block of this.document.events.installment) {
        const deferred = this.#block(block, due.key, agreement.id, on, 'todos', []);
        if (deferred) return deferred;
      }
      this.subject = {
        ...this.subject,
        steps: [...this.subject.steps, { cadenceId: this.document.id, stepId: due.key, cycle: agreement.id, status: 'done', on }],
      };
    }
    return null;
  }
}

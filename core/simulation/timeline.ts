import type { MessageBlock } from '../cadence/blocks.ts';
import type { Contact } from '../case/index.ts';
import { chargesFor } from '../payment/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { composeMessage } from '../message/index.ts';
import type { Cents } from '../money.ts';
import { offersForCase } from '../offer/index.ts';
import { chargeableDebts } from '../prescription/index.ts';
import type { Prepared } from './prepared.ts';
import type { Sink, Told } from './sink.ts';
import type { EventName, HumanTaskKind, TimelineEntry } from './types.ts';

/** Writes one life down, with the messages as they would have been written when asked for. */
export class TimelineSink implements Sink {
  readonly entries: TimelineEntry[] = [];
  readonly #prepared: Prepared;
  readonly #messages: boolean;

  constructor(prepared: Prepared, messages: boolean) {
    this.#prepared = prepared;
    this.#messages = messages;
  }

  step(life: Told, stepId: string, stepName: string, reasons: readonly string[]): void {
    this.entries.push({ kind: 'step', on: life.today, trackId: life.trackId ?? '', stepId, stepName, reasons });
  }

  wait(life: Told, code: string, until: CivilDate | null, reasons: readonly string[]): void {
    this.entries.push({ kind: 'wait', on: life.today, code, until, reasons });
  }

  contact(life: Told, contact: Contact, block: MessageBlock, offerPolicyId: string | undefined, reasons: readonly string[]): void {
    const entry = {
      kind: 'contact',
      on: life.today,
      stepId: contact.stepId,
      blockId: contact.blockId,
      channel: contact.channel,
      status: contact.status,
      costCents: contact.costCents ?? 0,
      reasons,
    } as const;
    this.entries.push(this.#messages ? { ...entry, message: this.#compose(life, contact, block, offerPolicyId) } : entry);
  }

  refusal(life: Told, stepId: string, code: string, reasons: readonly string[], deferredUntil?: CivilDate): void {
    this.entries.push({ kind: 'refusal', on: life.today, stepId, code, reasons, ...(deferredUntil === undefined ? {} : { deferredUntil }) });
  }

  task(life: Told, task: HumanTaskKind, reason: string): void {
    this.entries.push({ kind: 'task', on: life.today, task, reasons: [reason] });
  }

  event(life: Told, event: EventName, reason: string, amount?: Cents): void {
    this.entries.push({ kind: 'event', on: life.today, event, reasons: [reason], ...(amount === undefined ? {} : { amount }) });
  }

  #compose(life: Told, contact: Contact, block: MessageBlock, offerPolicyId: string | undefined): { subject?: string; text: string } {
    const { document, settings } = this.#prepared;
    const { subject, today, tierId } = life;
    const debts = chargeableDebts(subject, document.policies.prescription.years, today);
    const charges = chargesFor(debts, subject.debtor, document.policies, today);
    const found = offerPolicyId === undefined ? undefined : offersForCase(subject, document.policies, offerPolicyId, tierId, today);
    const offers = found && 'offers' in found ? found.offers : [];
    const message = composeMessage({
      texts: block.texts,
      purpose: block.purpose,
      asksForAnswer: block.asksForAnswer,
      channel: contact.channel,
      subject,
      settings,
      tierId,
      charges,
      offers,
      // An instalment's reminder has its agreement for a cycle.
      agreementId: contact.cycle,
      on: today,
    });
    return { text: message.text, ...(message.subject === undefined ? {} : { subject: message.subject }) };
  }
}

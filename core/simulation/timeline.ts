import type { Contact } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { LeavingMessage } from '../message/composed.ts';
import type { Cents } from '../money.ts';
import type { StepTask } from '../run/index.ts';
import type { Sink, Told } from './sink.ts';
import type { EventName, TimelineEntry } from './types.ts';

/** Writes one life down, with the messages as they would leave when the life writes them. */
export class TimelineSink implements Sink {
  readonly entries: TimelineEntry[] = [];
  readonly #messages: boolean;

  constructor(messages: boolean) {
    this.#messages = messages;
  }

  step(life: Told, stepId: string, stepName: string, reasons: readonly string[]): void {
    this.entries.push({ kind: 'step', on: life.today, trackId: life.trackId ?? '', stepId, stepName, reasons });
  }

  wait(life: Told, code: string, until: CivilDate | null, reasons: readonly string[]): void {
    this.entries.push({ kind: 'wait', on: life.today, code, until, reasons });
  }

  contact(life: Told, contact: Contact, { text, subject }: LeavingMessage, reasons: readonly string[]): void {
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
    this.entries.push(this.#messages ? { ...entry, message: { text, ...(subject === undefined ? {} : { subject }) } } : entry);
  }

  refusal(life: Told, stepId: string, code: string, reasons: readonly string[], deferredUntil?: CivilDate): void {
    this.entries.push({ kind: 'refusal', on: life.today, stepId, code, reasons, ...(deferredUntil === undefined ? {} : { deferredUntil }) });
  }

  task(life: Told, { kind, title, dueOn }: StepTask): void {
    this.entries.push({ kind: 'task', on: life.today, task: kind, dueOn, reasons: [title] });
  }

  reply(): void {
    // Told by the contact's own status and by what follows.
  }

  event(life: Told, event: EventName, reason: string, amount?: Cents): void {
    this.entries.push({ kind: 'event', on: life.today, event, reasons: [reason], ...(amount === undefined ? {} : { amount }) });
  }
}

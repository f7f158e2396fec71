import type { FrequencyPolicy } from '../cadence/policies.ts';
import type { Contact, MessagePurpose } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { fromDayNumber, toDayNumber } from '../civil-date.ts';

/** The part of a contact that the caps look at. */
export type CountedContact = Pick<Contact, 'status' | 'deliveredAt' | 'answeredAt' | 'localDate'>;

/**
 * Does an attempt count against the caps? Everything that reached the debtor or may have (`claimed`, `composed`, `unknown`) does; only what
 * surely did not (`failed`, without a receipt that says otherwise) does not.
 */
export function countsAsContact(contact: CountedContact): boolean {
  return contact.status !== 'failed' || contact.deliveredAt !== undefined || contact.answeredAt !== undefined;
}

/**
 * The caps a message is held to. They keep a debtor from being pressed; a thank-you presses nobody, and most payments come on the day of
 * the message that asked for them, so it may follow on that day. It counts like any other: no charge comes after it.
 */
export function capsFor(purpose: MessagePurpose, caps: FrequencyPolicy): FrequencyPolicy {
  return purpose === 'thanks' ? { ...caps, perDay: Math.max(caps.perDay, caps.perSevenDays) } : caps;
}

export interface FrequencyRoom {
  readonly free: boolean;
  readonly today: number;
  /** In the fullest seven days that hold the date. */
  readonly inSevenDays: number;
}

/** Contacts by civil date where the debtor is, over all debts, cadences and channels together. */
export class ContactDays {
  readonly #counts = new Map<number, number>();

  constructor(contacts: readonly CountedContact[]) {
    for (const contact of contacts) if (countsAsContact(contact)) this.add(contact.localDate);
  }

  /** One more contact on a date. */
  add(date: CivilDate): void {
    const day = toDayNumber(date);
    this.#counts.set(day, (this.#counts.get(day) ?? 0) + 1);
  }

  /** Is there room for one more contact on a date? Every seven days that hold the date are looked at, later contacts included. */
  room(date: CivilDate, caps: FrequencyPolicy): FrequencyRoom {
    const day = toDayNumber(date);
    const today = this.#counts.get(day) ?? 0;
    let window = 0;
    for (let back = 0; back < 7; back += 1) window += this.#counts.get(day - back) ?? 0;
    let inSevenDays = window;
    for (let last = day + 1; last <= day + 6; last += 1) {
      window += (this.#counts.get(last) ?? 0) - (this.#counts.get(last - 7) ?? 0);
      inSevenDays = Math.max(inSevenDays, window);
    }
    return { free: today < caps.perDay && inSevenDays < caps.perSevenDays, today, inSevenDays };
  }

  /** The first date from `from` on with room. Always found: past the last contact every day is free. */
  firstFree(from: CivilDate, caps: FrequencyPolicy): CivilDate {
    let day = toDayNumber(from);
    while (!this.room(fromDayNumber(day), caps).free) day += 1;
    return fromDayNumber(day);
  }
}

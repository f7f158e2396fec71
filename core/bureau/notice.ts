import type { Policies } from '../cadence/policies.ts';
import { localMoment, parseInstant, timeZoneOf } from '../calendar/index.ts';
import type { Case, Contact } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays } from '../civil-date.ts';

/** How far the notice that must come before a negativação (CDC 43 §2, Súmula 359) has got in one cycle. */
export type NoticeState =
  | { readonly kind: 'none' }
  /** It left, or was tried, and nothing proves that it arrived. */
  | { readonly kind: 'unproven'; readonly contact: Contact }
  | { readonly kind: 'waiting' | 'ready'; readonly contact: Contact; readonly deliveredOn: CivilDate; readonly readyOn: CivilDate };

/**
 * Delivery is proven by a receipt, or by the debtor's answer (Tema 1.315); the wait counts from the earliest proof, in the debtor's own date.
 * @param cycle the anchor's debt id
 */
export function noticeState(subject: Pick<Case, 'contacts' | 'debtor'>, cycle: string, policies: Pick<Policies, 'bureau'>, on: CivilDate): NoticeState {
  let tried: Contact | undefined;
  let proven: { contact: Contact; instant: string } | undefined;
  for (const contact of subject.contacts) {
    if (contact.purpose !== 'bureau-notice' || contact.cycle !== cycle) continue;
    tried = contact;
    const instant = contact.deliveredAt ?? contact.answeredAt;
    if (instant !== undefined && (!proven || parseInstant(instant) < parseInstant(proven.instant))) proven = { contact, instant };
  }
  if (!tried) return { kind: 'none' };
  if (!proven) return { kind: 'unproven', contact: tried };
  const deliveredOn = localMoment(parseInstant(proven.instant), timeZoneOf(subject.debtor.uf, subject.debtor.city)).date;
  if (deliveredOn > on) return { kind: 'unproven', contact: proven.contact };
  const readyOn = addDays(deliveredOn, policies.bureau.noticeWaitDays);
  return { kind: on >= readyOn ? 'ready' : 'waiting', contact: proven.contact, deliveredOn, readyOn };
}

import type { Policies } from '../cadence/policies.ts';
import type { Case, ContactStatus } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays } from '../civil-date.ts';

/** It got to the debtor, as far as anybody knows: handed over, and not come back. */
const ARRIVED: ReadonlySet<ContactStatus> = new Set<ContactStatus>(['sent', 'delivered', 'read', 'answered']);

/** How far the conversation about one debt has come. */
export interface Conversation {
  /** Contacts of this cycle that arrived. */
  readonly arrived: number;
  /** From when a formal step has the conversation it rests on; null while contacts are missing. */
  readonly readyOn: CivilDate | null;
}

/** What was said of the anchor's debt, and whether that is enough for a formal step (`policies.beforeFormal`). */
export function conversationOf(
  { contacts }: Pick<Case, 'contacts'>,
  cycle: string,
  { beforeFormal }: Pick<Policies, 'beforeFormal'>,
  on: CivilDate,
): Conversation {
  const arrived = contacts.filter((contact) => contact.cycle === cycle && ARRIVED.has(contact.status)).map(({ localDate }) => localDate);
  if (beforeFormal.contacts === 0) return { arrived: arrived.length, readyOn: on };
  if (arrived.length < beforeFormal.contacts) return { arrived: arrived.length, readyOn: null };
  return {
    arrived: arrived.length,
    readyOn: addDays(
      arrived.reduce((first, date) => (date < first ? date : first)),
      beforeFormal.days,
    ),
  };
}

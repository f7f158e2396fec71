import type { Channel, Contact, ContactPoint } from '../case/index.ts';

/** What became of earlier contacts on one channel at one point. */
export interface ChannelHistory {
  readonly attempts: number;
  readonly answered: number;
  readonly delivered: number;
  /** Failures since the last one that arrived. */
  readonly failuresInARow: number;
}

/** Contacts without a contact point (letters to the debtor's address) count where `point` is null. */
export function channelHistory(contacts: readonly Contact[], channel: Channel, point: ContactPoint | null): ChannelHistory {
  let attempts = 0;
  let answered = 0;
  let delivered = 0;
  let failuresInARow = 0;
  const own = contacts
    .filter((contact) => contact.channel === channel && (contact.contactPointId ?? null) === (point?.id ?? null))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const contact of own) {
    attempts += 1;
    const arrived =
      contact.deliveredAt !== undefined ||
      contact.answeredAt !== undefined ||
      contact.status === 'delivered' ||
      contact.status === 'read' ||
      contact.status === 'answered';
    if (contact.status === 'answered' || contact.answeredAt !== undefined) answered += 1;
    if (arrived) {
      delivered += 1;
      failuresInARow = 0;
    } else if (contact.status === 'failed') failuresInARow += 1;
  }
  return { attempts, answered, delivered, failuresInARow };
}

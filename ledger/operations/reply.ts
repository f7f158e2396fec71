import type { Session, Store } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import { appendEvents } from './events.ts';
import { advance } from './advance-contact.ts';
import { saveAdvanced } from './outcomes.ts';
import { lockCases } from './require-cases.ts';

/** The last message that may have reached the debtor on that channel counts as answered: what channel choice learns from. */
export async function recordReply(store: Store, reply: Parameters<Ledger['recordReply']>[0]): Promise<void> {
  await store.write((session) => replyIn(session, reply));
}

export async function replyIn(session: Session, reply: Parameters<Ledger['recordReply']>[0]): Promise<void> {
  const at = instant(reply.at);
  await lockCases(session, [reply.caseId]);
  const contact = await session.db
    .selectFrom('contacts')
    .selectAll()
    .where('case_id', '=', reply.caseId)
    .where('channel', '=', reply.channel)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  await appendEvents(session, [
    {
      caseId: reply.caseId,
      at,
      kind: 'reply.received',
      data: { channel: reply.channel, ...(contact ? { contactId: contact.id } : {}), personal: { text: reply.text } },
    },
  ]);
  if (contact) await saveAdvanced(session, [{ before: contact, after: advance(contact, { status: 'answered', at }), at }]);
}

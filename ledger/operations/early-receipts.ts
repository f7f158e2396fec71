import type { ContactStatus } from '../../core/case/index.ts';
import { insertRows } from '../bulk.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant, laterBy } from '../instants.ts';
import type { Receipt } from '../ledger.ts';
import type { Row } from '../schema/database.ts';
import { advance } from './advance-contact.ts';

const DAY_MS = 86_400_000;
/** WhatsApp itself gives a message up after 30 days; nothing of ours waits nearly that long for its outcome. */
const KEPT_DAYS = 30;

/** Kept until the outcome brings the message's id. Those of messages that were never ours go in time, so that the table does not grow for ever. */
export async function keepEarlyReceipts(session: Session, portfolio: string, receipts: readonly Receipt[]): Promise<void> {
  const newest = receipts.reduce((latest, { at }) => (instant(at) > latest ? instant(at) : latest), '');
  if (newest === '') return;
  await insertRows(
    session,
    'early_receipts',
    receipts.map((receipt) => ({
      id: newId(receipt.at),
      portfolio,
      // One that only knows our own reference is kept under it: it may be looked for when a message is in doubt.
      provider_message_id: receipt.providerMessageId ?? receipt.contactId ?? '',
      status: receipt.status,
      at: instant(receipt.at),
      error: receipt.error ?? null,
    })),
  );
  await purgeEarlyReceipts(session, laterBy(newest, -KEPT_DAYS * DAY_MS));
}

export async function purgeEarlyReceipts(session: Session, before: string): Promise<void> {
  await session.db.deleteFrom('early_receipts').where('at', '<', before).execute();
}

/** A provider's webhook can overtake the answer to our own request. Only what came by the door of the contact's own portfolio is believed. */
export async function applyEarlyReceipts(session: Session, contacts: Map<string, Row<'contacts'>>): Promise<void> {
  const byMessage = new Map<string, string>();
  for (const [id, row] of contacts) if (row.provider_message_id !== null) byMessage.set(row.provider_message_id, id);
  if (byMessage.size === 0) return;
  const early = await session.db
    .selectFrom('early_receipts')
    .selectAll()
    .where(inList(session, 'provider_message_id', [...byMessage.keys()]))
    .orderBy('at')
    .execute();
  if (early.length === 0) return;
  const cases = await session.db
    .selectFrom('cases')
    .select(['id', 'portfolio'])
    .where(
      inList(
        session,
        'id',
        [...contacts.values()].map((row) => row.case_id),
      ),
    )
    .execute();
  const portfolioOf = new Map(cases.map((row) => [row.id, row.portfolio]));
  const applied: string[] = [];
  for (const receipt of early) {
    const id = byMessage.get(receipt.provider_message_id)!;
    const contact = contacts.get(id)!;
    if (receipt.portfolio !== '' && receipt.portfolio !== portfolioOf.get(contact.case_id)) continue;
    contacts.set(id, advance(contact, { status: receipt.status as ContactStatus, at: receipt.at, error: receipt.error ?? undefined }));
    applied.push(receipt.id);
  }
  await session.db
    .deleteFrom('early_receipts')
    .where(inList(session, 'id', applied))
    .execute();
}

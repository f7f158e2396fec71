import type { ContactStatus } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { insertRows, updateRows } from '../bulk.ts';
import { movesForward } from '../contact-status.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { ContactOutcome, Ledger } from '../ledger.ts';
import { toContact } from '../rows/contact-rows.ts';
import type { Row } from '../schema/database.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';

export interface Report {
  readonly status: ContactStatus;
  readonly at: string;
  readonly providerMessageId?: string | undefined;
  readonly error?: string | undefined;
}

/**
 * A contact after a report about it, or the same object when it says nothing new. Whatever proves delivery sets `delivered_at` once,
 * even when the status itself was already further.
 */
export function advance(row: Row<'contacts'>, report: Report): Row<'contacts'> {
  const status = row.status as ContactStatus;
  const forward = movesForward(status, report.status);
  const proves = report.status === 'delivered' || report.status === 'read' || report.status === 'answered';
  const next: Row<'contacts'> = {
    ...row,
    status: forward ? report.status : status,
    delivered_at: row.delivered_at ?? (proves ? report.at : null),
    answered_at: row.answered_at ?? (report.status === 'answered' ? report.at : null),
    provider_message_id: row.provider_message_id ?? report.providerMessageId ?? null,
    error: forward ? (report.error ?? null) : row.error,
  };
  const changed = (Object.keys(next) as (keyof Row<'contacts'>)[]).some((key) => next[key] !== row[key]);
  return changed ? next : row;
}

const CHANGING = ['status', 'delivered_at', 'answered_at', 'provider_message_id', 'error'] as const;

/** Writes what changed, with an event for each new status. */
export async function saveAdvanced(session: Session, changes: readonly { before: Row<'contacts'>; after: Row<'contacts'>; at: string }[]): Promise<void> {
  const moved = changes.filter(({ before, after }) => before !== after);
  await updateRows(
    session,
    'contacts',
    ['id'],
    CHANGING,
    moved.map(({ after }) => after),
  );
  const events: NewEvent[] = [];
  for (const { before, after, at } of moved) {
    if (before.status === after.status) continue;
    events.push({
      caseId: after.case_id,
      at,
      kind: `contact.${after.status}`,
      data: { contactId: after.id, channel: after.channel, stepId: after.step_id, ...(after.error === null ? {} : { personal: { error: after.error } }) },
    });
  }
  await appendEvents(session, events);
}

/** @throws ReguaError `ledger.contact-unknown` when an outcome names a contact nobody claimed; nothing of the list is written then */
export async function recordOutcomes(store: Store, outcomes: readonly ContactOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await store.write(async (session) => {
    const contacts = await lockContacts(
      session,
      outcomes.map((outcome) => outcome.contactId),
    );
    const before = new Map(contacts);
    for (const outcome of outcomes) {
      const row = contacts.get(outcome.contactId);
      if (!row)
        throw new ReguaError(
          'ledger.contact-unknown',
          `Não encontrei o contato "${outcome.contactId}" no registro. Reserve o envio antes de informar o resultado.`,
          { field: 'contactId' },
        );
      contacts.set(outcome.contactId, advance(row, { ...outcome, at: instant(outcome.at) }));
    }
    await applyEarlyReceipts(session, contacts);
    const lastAt = new Map(outcomes.map((outcome) => [outcome.contactId, outcome.at]));
    await saveAdvanced(
      session,
      [...contacts].map(([id, after]) => ({ before: before.get(id)!, after, at: lastAt.get(id)! })),
    );
  });
}

async function lockContacts(session: Session, ids: readonly string[]): Promise<Map<string, Row<'contacts'>>> {
  const query = session.db
    .selectFrom('contacts')
    .selectAll()
    .where(inList(session, 'id', [...new Set(ids)]))
    .orderBy('id');
  const rows = await (session.engine === 'postgres' ? query.forUpdate() : query).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A provider's webhook can overtake the answer to our own request. */
async function applyEarlyReceipts(session: Session, contacts: Map<string, Row<'contacts'>>): Promise<void> {
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
  for (const receipt of early) {
    const id = byMessage.get(receipt.provider_message_id)!;
    contacts.set(id, advance(contacts.get(id)!, { status: receipt.status as ContactStatus, at: receipt.at, error: receipt.error ?? undefined }));
  }
  await session.db
    .deleteFrom('early_receipts')
    .where(
      inList(
        session,
        'id',
        early.map((receipt) => receipt.id),
      ),
    )
    .execute();
}

/**
 * By our contact id or by the provider's message id. A receipt for a message id that is not known yet is kept until the outcome brings the id,
 * and undefined is returned.
 */
export async function recordReceipt(store: Store, receipt: Parameters<Ledger['recordReceipt']>[0]): ReturnType<Ledger['recordReceipt']> {
  const at = instant(receipt.at);
  return store.write(async (session) => {
    const row = await findContact(session, receipt);
    if (!row) {
      if (receipt.providerMessageId !== undefined) {
        await insertRows(session, 'early_receipts', [
          { id: newId(at), provider_message_id: receipt.providerMessageId, status: receipt.status, at, error: receipt.error ?? null },
        ]);
      }
      return undefined;
    }
    const after = advance(row, { status: receipt.status, at, providerMessageId: receipt.providerMessageId, error: receipt.error });
    await saveAdvanced(session, [{ before: row, after, at }]);
    return { ...toContact(after), caseId: after.case_id };
  });
}

async function findContact(
  session: Session,
  receipt: { readonly contactId?: string; readonly providerMessageId?: string },
): Promise<Row<'contacts'> | undefined> {
  if (receipt.contactId !== undefined) {
    const row = (await lockContacts(session, [receipt.contactId])).get(receipt.contactId);
    if (row) return row;
  }
  if (receipt.providerMessageId === undefined) return undefined;
  const query = session.db.selectFrom('contacts').selectAll().where('provider_message_id', '=', receipt.providerMessageId).orderBy('at', 'desc').limit(1);
  return (session.engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

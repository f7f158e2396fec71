import { ReguaError } from '../../core/errors.ts';
import { updateRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant } from '../instants.ts';
import type { ContactOutcome } from '../ledger.ts';
import type { Row } from '../schema/database.ts';
import { advance } from './advance-contact.ts';
import { applyEarlyReceipts } from './early-receipts.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';

const CHANGING = ['status', 'delivered_at', 'answered_at', 'provider_message_id', 'error'] as const;

/** One contact before and after one report. */
export interface Advanced {
  readonly before: Row<'contacts'>;
  readonly after: Row<'contacts'>;
  readonly at: string;
}

/** Writes what changed, with an event for each new status; of several changes of one contact the last is how it stands. */
export async function saveAdvanced(session: Session, changes: readonly Advanced[]): Promise<void> {
  const moved = changes.filter(({ before, after }) => before !== after);
  await updateRows(session, 'contacts', ['id'], CHANGING, [...new Map(moved.map(({ after }) => [after.id, after])).values()]);
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
  if (outcomes.length > 0) await store.write((session) => recordOutcomesIn(session, outcomes));
}

export async function recordOutcomesIn(session: Session, outcomes: readonly ContactOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
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

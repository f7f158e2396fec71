import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Ledger, Receipt, ReceiptResult } from '../ledger.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import { toContact } from '../rows/contact-rows.ts';
import type { Row } from '../schema/database.ts';
import { advance } from './advance-contact.ts';
import { keepEarlyReceipts } from './early-receipts.ts';
import type { Advanced } from './outcomes.ts';
import { saveAdvanced } from './outcomes.ts';

/**
 * By our contact id or by the provider's message id, in the order they came; one result each. A receipt for a message that is not known yet is kept until
 * the outcome brings the id, and undefined stands in its place.
 */
export async function recordReceipts(store: Store, input: Parameters<Ledger['recordReceipts']>[0]): Promise<ReceiptResult[]> {
  if (input.receipts.length === 0) return [];
  return store.write(async (session) => {
    const { contacts, idOf } = await contactsOf(session, input);
    const changes: Advanced[] = [];
    const early: Receipt[] = [];
    const found = input.receipts.map((receipt) => {
      const id = idOf(receipt);
      if (id === undefined) {
        early.push(receipt);
        return undefined;
      }
      const at = instant(receipt.at);
      const before = contacts.get(id)!;
      const after = advance(before, { status: receipt.status, at, providerMessageId: receipt.providerMessageId, error: receipt.error });
      contacts.set(id, after);
      changes.push({ before, after, at });
      return id;
    });
    await saveAdvanced(session, changes);
    await keepEarlyReceipts(session, input.portfolio, early);
    return found.map((id) => {
      const row = id === undefined ? undefined : contacts.get(id)!;
      return row && { ...toContact(row), caseId: row.case_id };
    });
  });
}

/** The contacts that the receipts are about, locked, and which of them each one means: the newest of those with one message id. */
async function contactsOf(session: Session, { portfolio, receipts }: Parameters<Ledger['recordReceipts']>[0]) {
  const within = async (column: 'contacts.id' | 'contacts.provider_message_id', values: readonly string[]): Promise<Row<'contacts'>[]> => {
    if (values.length === 0) return [];
    const query = session.db
      .selectFrom('contacts')
      .selectAll('contacts')
      .where(inList(session, column, [...new Set(values)]))
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('cases').select('cases.id').whereRef('cases.id', '=', 'contacts.case_id').where(inPortfolio('cases.portfolio', portfolio))),
      )
      .orderBy('contacts.id');
    return (session.engine === 'postgres' ? query.forUpdate() : query).execute();
  };
  const byId = await within(
    'contacts.id',
    receipts.flatMap(({ contactId }) => contactId ?? []),
  );
  const byMessage = await within(
    'contacts.provider_message_id',
    receipts.flatMap(({ providerMessageId }) => providerMessageId ?? []),
  );
  const contacts = new Map([...byId, ...byMessage].map((row) => [row.id, row]));
  const idsByMessage = new Map(byMessage.sort((a, b) => (a.at < b.at ? -1 : 1)).map((row) => [row.provider_message_id, row.id]));
  const idOf = ({ contactId, providerMessageId }: Receipt): string | undefined =>
    contactId !== undefined && contacts.has(contactId) ? contactId : providerMessageId === undefined ? undefined : idsByMessage.get(providerMessageId);
  return { contacts, idOf };
}

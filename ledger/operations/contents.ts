import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { toContact } from '../rows/contact-rows.ts';
import { defined } from '../rows/defined.ts';

type Content = Awaited<ReturnType<Ledger['contents']>>[number];

/** Messages as they were written, oldest first. */
export async function contentsIn(session: Session, caseIds: readonly string[]): Promise<Content[]> {
  const rows = await session.db
    .selectFrom('contacts')
    .innerJoin('contact_contents', 'contact_contents.contact_id', 'contacts.id')
    .selectAll('contacts')
    .select(['contact_contents.subject', 'contact_contents.text'])
    .where(inList(session, 'contacts.case_id', caseIds))
    .orderBy('contacts.at')
    .orderBy('contacts.id')
    .execute();
  return rows.map((row) =>
    defined<Content>({ contact: toContact(row), subject: row.subject, text: row.text, providerMessageId: row.provider_message_id, error: row.error }),
  );
}

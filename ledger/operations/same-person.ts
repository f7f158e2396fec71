import type { Channel, Contact } from '../../core/case/index.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import { toContact } from '../rows/contact-rows.ts';
import { parseList } from '../rows/debtor-rows.ts';
import { sameCreditorAmong } from './same-creditor.ts';

/** What the ledger knows of a debtor from other portfolios. */
export interface Elsewhere {
  /** Contacts about other debts: the caps are over all of them. */
  readonly contacts: readonly Contact[];
  /** What the debtor asked of the same creditor there. */
  readonly optedOut: readonly (Channel | 'all')[];
}

interface Person {
  readonly debtorId: string;
  readonly document: string;
  readonly portfolio: string;
}

/**
 * The same CPF or CNPJ in other portfolios, by debtor id; debtors of one portfolio only are left out. An opt-out is said to a creditor (LGPD 18 §2:
 * the request goes to the controller), so it holds in every portfolio of that creditor.
 */
export async function elsewhereOf(session: Session, people: readonly Person[]): Promise<Map<string, Elsewhere>> {
  const documents = [...new Set(people.map(({ document }) => document))];
  const rows = await session.db
    .selectFrom('debtors')
    .innerJoin('cases', 'cases.debtor_id', 'debtors.id')
    .select(['debtors.id', 'debtors.document', 'debtors.portfolio', 'debtors.opted_out', 'cases.id as case_id'])
    .where(inList(session, 'debtors.document', documents))
    .execute();
  const byDocument = new Map<string, typeof rows>();
  for (const row of rows) byDocument.set(row.document, [...(byDocument.get(row.document) ?? []), row]);
  const several = [...byDocument.values()].filter((same) => same.length > 1).flat();
  const elsewhere = new Map<string, Elsewhere>();
  if (several.length === 0) return elsewhere;

  const contacts = new Map<string, Contact[]>();
  const contactRows = await session.db
    .selectFrom('contacts')
    .selectAll()
    .where(
      inList(
        session,
        'case_id',
        several.map((row) => row.case_id),
      ),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const row of contactRows) contacts.set(row.case_id, [...(contacts.get(row.case_id) ?? []), toContact(row)]);
  const sameCreditor = await sameCreditorAmong(session, several.some((row) => row.opted_out !== '[]') ? several.map((row) => row.portfolio) : []);

  for (const { debtorId, document, portfolio } of people) {
    const others = (byDocument.get(document) ?? []).filter((row) => row.id !== debtorId);
    if (others.length === 0) continue;
    elsewhere.set(debtorId, {
      contacts: others.flatMap((row) => contacts.get(row.case_id) ?? []),
      optedOut: [...new Set(others.filter((row) => sameCreditor(portfolio, row.portfolio)).flatMap((row) => parseList<Channel | 'all'>(row.opted_out)))],
    });
  }
  return elsewhere;
}

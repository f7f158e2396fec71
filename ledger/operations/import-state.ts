import type { Contact, Payment } from '../../core/case/index.ts';
import type { ToldBy } from '../../core/payment/index.ts';
import { sql } from 'kysely';
import type { Share } from '../../core/payment/index.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Row } from '../schema/database.ts';
import { paymentsByDebt } from './load-cases.ts';
import { lockKnownCases } from './require-cases.ts';

export interface KnownDebt {
  row: Row<'debts'>;
  readonly payments: Payment[];
  /** What was paid on it and went back. */
  readonly returned: readonly Payment[];
}

/** What the ledger knows of one debtor of the portfolio while an import compares. */
export interface KnownDebtor {
  debtor: Row<'debtors'>;
  readonly caseRow: Row<'cases'>;
  /** By kind and value. */
  readonly points: Map<string, Row<'contact_points'>>;
  /** By number. */
  readonly debts: Map<string, KnownDebt>;
  /** The messages that offered something. */
  readonly offers: ToldBy;
}

export const pointKey = (point: { readonly kind: string; readonly value: string }): string => `${point.kind}:${point.value}`;

/** Everything known of these documents, by document. Imports of one portfolio go one after the other, so that none creates a debtor twice. */
export async function loadKnown(session: Session, portfolio: string, documents: readonly string[]): Promise<Map<string, KnownDebtor>> {
  if (session.engine === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended(${portfolio}, 0))`.execute(session.db);
  const caseRowIds = await session.db
    .selectFrom('debtors')
    .innerJoin('cases', 'cases.debtor_id', 'debtors.id')
    .select('cases.id')
    .where('debtors.portfolio', '=', portfolio)
    .where(inList(session, 'debtors.document', documents))
    .execute();
  await lockKnownCases(
    session,
    caseRowIds.map((row) => row.id),
  );
  const debtors = await session.db
    .selectFrom('debtors')
    .selectAll()
    .where('portfolio', '=', portfolio)
    .where(inList(session, 'document', documents))
    .execute();
  const known = new Map<string, KnownDebtor>();
  if (debtors.length === 0) return known;
  const debtorIds = debtors.map((row) => row.id);
  const caseRows = await session.db
    .selectFrom('cases')
    .selectAll()
    .where(inList(session, 'debtor_id', debtorIds))
    .execute();
  const caseByDebtor = new Map(caseRows.map((row) => [row.debtor_id, row]));
  const offers = await offersByCase(
    session,
    caseRows.map(({ id }) => id),
  );
  const byDebtor = new Map<string, KnownDebtor>();
  const byCase = new Map<string, KnownDebtor>();
  for (const debtor of debtors) {
    const caseRow = caseByDebtor.get(debtor.id)!;
    const entry: KnownDebtor = { debtor, caseRow, points: new Map(), debts: new Map(), offers: offers.get(caseRow.id) ?? [] };
    known.set(debtor.document, entry);
    byDebtor.set(debtor.id, entry);
    byCase.set(caseRow.id, entry);
  }
  for (const row of await session.db
    .selectFrom('contact_points')
    .selectAll()
    .where(inList(session, 'debtor_id', debtorIds))
    .execute()) {
    byDebtor.get(row.debtor_id)!.points.set(pointKey(row), row);
  }
  const caseIds = [...byCase.keys()];
  const payments = await paymentsByDebt(session, caseIds);
  const returned = await returnedByDebt(session, caseIds);
  for (const row of await session.db
    .selectFrom('debts')
    .selectAll()
    .where(inList(session, 'case_id', caseIds))
    .execute()) {
    byCase.get(row.case_id)!.debts.set(row.number, { row, payments: payments.get(row.id) ?? [], returned: returned.get(row.id) ?? [] });
  }
  return known;
}

async function offersByCase(session: Session, caseIds: readonly string[]): Promise<Map<string, ToldBy[number][]>> {
  const rows = await session.db
    .selectFrom('contacts')
    .select(['case_id', 'status', 'local_date', 'offered'])
    .where(inList(session, 'case_id', caseIds))
    .where('offered', 'is not', null)
    .execute();
  const offers = new Map<string, ToldBy[number][]>();
  for (const { case_id, status, local_date, offered } of rows) {
    const told = { status: status as Contact['status'], localDate: local_date, offered: JSON.parse(offered!) as NonNullable<Contact['offered']> };
    offers.set(case_id, [...(offers.get(case_id) ?? []), told]);
  }
  return offers;
}

async function returnedByDebt(session: Session, caseIds: readonly string[]): Promise<Map<string, Payment[]>> {
  const rows = await session.db
    .selectFrom('payment_reversals')
    .innerJoin('payments', 'payments.id', 'payment_reversals.payment_id')
    .select(['payment_reversals.taken', 'payments.paid_on', 'payments.reference'])
    .where(inList(session, 'payment_reversals.case_id', caseIds))
    .execute();
  const returned = new Map<string, Payment[]>();
  for (const row of rows) {
    for (const { debtId, amount } of JSON.parse(row.taken) as Share[]) {
      if (debtId === undefined) continue;
      const payment: Payment = { date: row.paid_on, amount, ...(row.reference === null ? {} : { reference: row.reference }) };
      returned.set(debtId, [...(returned.get(debtId) ?? []), payment]);
    }
  }
  return returned;
}

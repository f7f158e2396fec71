import { sql } from 'kysely';
import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import type { PortfolioScope } from '../portfolio-scope.ts';
import { appendEvents } from './events.ts';

export const ERASED_NAME = 'Titular apagado';
const ERASED_TEXT = '[apagado a pedido do titular]';
const ERASED_BODY = JSON.stringify({ erased: true });

/**
 * Takes out whatever says who the debtors of these cases are: name, document, contact points, numbers and descriptions of titles, texts of messages,
 * replies, tasks and provider ids. Amounts, dates, states and reasons stay, so that reports still add up. The cases are never contacted again. Payment
 * references stay too: without them a provider that repeats its webhook would be booked twice. The caller holds the cases' locks.
 */
export async function eraseCases(session: Session, ids: readonly string[], at: string): Promise<void> {
  const erasure = { id: newId(at), at: instant(at), cases: ids.length, active: 1 };
  await insertRows(session, 'erasures', [erasure]);
  await eraseWhatFoundThem(session, ids);
  await erasePeople(session, ids, erasure.at);
  await eraseTexts(session, ids);
  await eraseEvents(session, ids);
  await session.db.updateTable('erasures').set({ active: 0 }).where('id', '=', erasure.id).execute();
  await appendEvents(
    session,
    ids.map((caseId) => ({ caseId, at, kind: 'debtor.erased' })),
  );
}

/**
 * What money and events that found nobody say of who sent them. The rows stay, for the sums and so that a provider which repeats itself is known again;
 * those of no portfolio go with whichever is asked for.
 */
export async function eraseUnplaced(session: Session, documents: readonly string[], portfolio: PortfolioScope): Promise<void> {
  const within = portfolio === ALL_PORTFOLIOS ? sql<boolean>`true` : sql<boolean>`portfolio in (${portfolio}, '')`;
  await session.db
    .updateTable('unmatched_payments')
    .set({ document: null, debt_number: null })
    .where(inList(session, 'document', documents))
    .where(within)
    .execute();
  await session.db
    .updateTable('unattributed_events')
    .set({ subject: null, body: ERASED_BODY })
    .where('subject_kind', '=', 'document')
    .where(inList(session, 'subject', documents))
    .where(within)
    .execute();
}

/** To be called after the erasure's transaction: SQLite's journal still holds the pages as they were. */
export async function eraseJournal(store: Store): Promise<void> {
  if (store.engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(store.db);
}

/** Money and events that are theirs though they found nobody: by case, by title, or by a telephone or e-mail that nobody else has. Before these go. */
async function eraseWhatFoundThem(session: Session, ids: readonly string[]): Promise<void> {
  const { db } = session;
  const titles = db
    .selectFrom('debts')
    .select('number')
    .where(inList(session, 'case_id', ids));
  const portfolios = db
    .selectFrom('cases')
    .select('portfolio')
    .where(inList(session, 'id', ids));
  await db
    .updateTable('unmatched_payments')
    .set({ document: null, debt_number: null, case_id: null })
    .where(({ or, and, eb }) => or([inList(session, 'case_id', ids), and([eb('debt_number', 'in', titles), eb('portfolio', 'in', portfolios)])]))
    .execute();
  const values = db
    .selectFrom('contact_points')
    .innerJoin('cases', 'cases.debtor_id', 'contact_points.debtor_id')
    .select('contact_points.value')
    .where(inList(session, 'cases.id', ids))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contact_points as other')
            .innerJoin('cases as others', 'others.debtor_id', 'other.debtor_id')
            .select('other.id')
            .whereRef('other.value', '=', 'contact_points.value')
            .where(not(inList(session, 'others.id', ids))),
        ),
      ),
    );
  await db
    .updateTable('unattributed_events')
    .set({ subject: null, body: ERASED_BODY })
    .where(({ or, and, eb }) => or([inList(session, 'case_id', ids), and([eb('subject', 'in', values), eb('portfolio', 'in', portfolios)])]))
    .execute();
}

async function erasePeople(session: Session, ids: readonly string[], at: string): Promise<void> {
  const { db } = session;
  const ofCase = inList(session, 'case_id', ids);
  const debtorIds = (
    await db
      .selectFrom('cases')
      .select('debtor_id')
      .where(inList(session, 'id', ids))
      .execute()
  ).map((row) => row.debtor_id);
  await db
    .updateTable('debtors')
    .set({
      name: ERASED_NAME,
      document: sql`'erased:' || id`,
      external_id: null,
      city: null,
      address: null,
      preferred_channel: null,
      customer_since: null,
      default_reason: null,
      opted_out: '["all"]',
      erased_at: at,
    })
    .where(inList(session, 'id', debtorIds))
    .execute();
  await db
    .updateTable('contact_points')
    .set({ value: sql`'erased:' || id`, valid: 0, verified: 0, consent: '{}' })
    .where(inList(session, 'debtor_id', debtorIds))
    .execute();
  await db
    .updateTable('cases')
    .set({ next_action_on: null, wake_on: null })
    .where(inList(session, 'id', ids))
    .execute();
  await db
    .updateTable('debts')
    .set({ number: sql`'erased:' || id`, description: null, payment_code: null })
    .where(ofCase)
    .execute();
  await db.updateTable('filings').set({ docket: null }).where(ofCase).execute();
}

async function eraseTexts(session: Session, ids: readonly string[]): Promise<void> {
  const { db } = session;
  const ofCase = inList(session, 'case_id', ids);
  await db
    .updateTable('contact_contents')
    .set({ subject: null, text: ERASED_TEXT })
    .where('contact_id', 'in', db.selectFrom('contacts').select('id').where(ofCase))
    .execute();
  await db.updateTable('contacts').set({ provider_message_id: null, error: null }).where(ofCase).execute();
  await db.updateTable('tasks').set({ title: ERASED_TEXT, instructions: ERASED_TEXT }).where(ofCase).execute();
}

async function eraseEvents(session: Session, ids: readonly string[]): Promise<void> {
  const rows = await session.db
    .selectFrom('events')
    .select(['id', 'data'])
    .where(inList(session, 'case_id', ids))
    .execute();
  for (const row of rows) {
    const data = JSON.parse(row.data) as Record<string, unknown>;
    if (!('personal' in data)) continue;
    await session.db
      .updateTable('events')
      .set({ data: JSON.stringify({ ...data, personal: { erased: true } }) })
      .where('id', '=', row.id)
      .execute();
  }
}

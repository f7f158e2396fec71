import { sql } from 'kysely';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import { appendEvents } from './events.ts';

/** Open promises whose amount was paid since they were made are kept; so are all open promises of a case that owes nothing any more. */
export async function keepPromises(session: Session, caseIds: readonly string[], at: string): Promise<void> {
  const open = await session.db
    .selectFrom('promises')
    .select((select) => [
      'promises.id',
      'promises.case_id',
      'promises.amount',
      select
        .selectFrom('payments')
        .select(sql<number>`coalesce(sum(amount), 0)`.as('sum'))
        .whereRef('payments.case_id', '=', 'promises.case_id')
        .whereRef('payments.paid_on', '>=', 'promises.made_on')
        .as('paid'),
      select
        .selectFrom('debts')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('debts.case_id', '=', 'promises.case_id')
        .where('debts.status', '=', 'open')
        .as('owed'),
    ])
    .where(inList(session, 'promises.case_id', caseIds))
    .where('promises.status', '=', 'open')
    .execute();
  // PostgreSQL sums 64-bit integers into a numeric, which arrives as text.
  const kept = open.filter((promise) => Number(promise.paid) >= promise.amount || Number(promise.owed) === 0);
  if (kept.length === 0) return;
  await session.db
    .updateTable('promises')
    .set({ status: 'kept' })
    .where(
      inList(
        session,
        'id',
        kept.map((promise) => promise.id),
      ),
    )
    .execute();
  await appendEvents(
    session,
    kept.map((promise) => ({ caseId: promise.case_id, at, kind: 'promise.kept', data: { promiseId: promise.id, amount: promise.amount } })),
  );
}

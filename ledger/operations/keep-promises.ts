import { sql } from 'kysely';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import { appendEvents } from './events.ts';

/** Open promises whose amount was paid since they were made are kept; so are all open promises of a case that owes nothing any more. */
export async function keepPromises(session: Session, caseIds: readonly string[], at: string): Promise<void> {
  const open = await promisesIn(session, caseIds, 'open');
  await settle(session, open.filter(isFulfilled), 'kept', at);
}

/** Kept promises whose money went back are open again: whether their day has passed is for the policies to say. */
export async function reopenPromises(session: Session, caseId: string, at: string): Promise<void> {
  const kept = await promisesIn(session, [caseId], 'kept');
  await settle(
    session,
    kept.filter((promise) => !isFulfilled(promise)),
    'open',
    at,
  );
}

type PromiseState = Awaited<ReturnType<typeof promisesIn>>[number];

// PostgreSQL sums 64-bit integers into a numeric, which arrives as text.
const isFulfilled = (promise: PromiseState): boolean => Number(promise.paid) >= promise.amount || Number(promise.owed) === 0;

async function promisesIn(session: Session, caseIds: readonly string[], status: 'open' | 'kept') {
  return session.db
    .selectFrom('promises')
    .select((select) => [
      'promises.id',
      'promises.case_id',
      'promises.amount',
      select
        .selectFrom('payments')
        .select(sql<number>`coalesce(sum(amount - reversed), 0)`.as('sum'))
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
    .where('promises.status', '=', status)
    .execute();
}

async function settle(session: Session, promises: readonly PromiseState[], status: 'kept' | 'open', at: string): Promise<void> {
  if (promises.length === 0) return;
  await session.db
    .updateTable('promises')
    .set({ status })
    .where(
      inList(
        session,
        'id',
        promises.map((promise) => promise.id),
      ),
    )
    .execute();
  await appendEvents(
    session,
    promises.map((promise) => ({
      caseId: promise.case_id,
      at,
      kind: status === 'kept' ? 'promise.kept' : 'promise.reopened',
      data: { promiseId: promise.id, amount: promise.amount },
    })),
  );
}

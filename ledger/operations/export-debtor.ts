import { documentKey } from '../documents.ts';
import type { Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { toTask } from '../rows/task-rows.ts';
import { contentsIn } from './contents.ts';
import { eventsIn } from './events.ts';
import { caseIdsFor } from './find-case.ts';
import { loadCasesIn } from './load-cases.ts';

/** Everything the ledger holds about one CPF or CNPJ, for the answer to a request of access (LGPD 18 II); undefined when it holds nothing. */
export async function exportDebtor(store: Store, document: string): Promise<Record<string, unknown> | undefined> {
  return store.read(async (session) => {
    const key = documentKey(document);
    const ids = await caseIdsFor(session, { document: key });
    const unmatchedPayments = await session.db.selectFrom('unmatched_payments').selectAll().where('document', '=', key).orderBy('at').execute();
    if (ids.length === 0 && unmatchedPayments.length === 0) return undefined;
    const ofCase = inList(session, 'case_id', ids);
    return {
      document: key,
      cases: [...(await loadCasesIn(session, ids)).values()],
      messages: await contentsIn(session, ids),
      payments: await session.db.selectFrom('payments').selectAll().where(ofCase).orderBy('paid_on').orderBy('id').execute(),
      paymentAllocations: await session.db.selectFrom('payment_allocations').selectAll().where(ofCase).orderBy('payment_id').orderBy('position').execute(),
      paymentReversals: await session.db.selectFrom('payment_reversals').selectAll().where(ofCase).orderBy('at').orderBy('id').execute(),
      unmatchedPayments,
      refusals: await session.db.selectFrom('refusals').selectAll().where(ofCase).orderBy('at').orderBy('id').execute(),
      tasks: (await session.db.selectFrom('tasks').selectAll().where(ofCase).orderBy('created_at').orderBy('id').execute()).map(toTask),
      events: await eventsIn(session, ids),
    };
  });
}

import { documentKey } from '../documents.ts';
import type { Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import type { PortfolioScope } from '../portfolio-scope.ts';
import { toTask } from '../rows/task-rows.ts';
import { contentsIn } from './contents.ts';
import { eventsIn } from './events.ts';
import { casesFor } from './find-case.ts';
import { loadCasesIn } from './load-cases.ts';
import { toUnattributedEvent } from './unattributed-events.ts';

/**
 * Everything the portfolios asked for hold about one CPF or CNPJ, for the answer to a request of access (LGPD 18 II); undefined when they hold nothing. A
 * portfolio is one creditor's: what another creditor holds is that one's to tell.
 */
export async function exportDebtor(store: Store, document: string, portfolio: PortfolioScope): Promise<Record<string, unknown> | undefined> {
  return store.read(async (session) => {
    const key = documentKey(document);
    const found = await casesFor(session, { document: key, portfolio });
    const ids = found.map(({ id }) => id);
    const portfolioOf = new Map(found.map((one) => [one.id, one.portfolio]));
    const unmatchedPayments = await session.db
      .selectFrom('unmatched_payments')
      .selectAll()
      .where('document', '=', key)
      .where(inPortfolio('portfolio', portfolio))
      .orderBy('at')
      .execute();
    const unattributed = await session.db
      .selectFrom('unattributed_events')
      .selectAll()
      .where(({ or, and, eb }) => or([and([eb('subject_kind', '=', 'document'), eb('subject', '=', key)]), inList(session, 'case_id', ids)]))
      .where(inPortfolio('portfolio', portfolio))
      .orderBy('at')
      .execute();
    if (ids.length === 0 && unmatchedPayments.length === 0 && unattributed.length === 0) return undefined;
    const ofCase = inList(session, 'case_id', ids);
    return {
      document: key,
      portfolios: [...new Set(portfolioOf.values())].sort(),
      cases: [...(await loadCasesIn(session, ids)).values()].map((subject) => ({ portfolio: portfolioOf.get(subject.id)!, ...subject })),
      messages: await contentsIn(session, ids),
      payments: await session.db.selectFrom('payments').selectAll().where(ofCase).orderBy('paid_on').orderBy('id').execute(),
      paymentAllocations: await session.db.selectFrom('payment_allocations').selectAll().where(ofCase).orderBy('payment_id').orderBy('position').execute(),
      paymentReversals: await session.db.selectFrom('payment_reversals').selectAll().where(ofCase).orderBy('at').orderBy('id').execute(),
      unmatchedPayments,
      unattributedEvents: unattributed.map(toUnattributedEvent),
      refusals: await session.db.selectFrom('refusals').selectAll().where(ofCase).orderBy('at').orderBy('id').execute(),
      tasks: (await session.db.selectFrom('tasks').selectAll().where(ofCase).orderBy('created_at').orderBy('id').execute()).map(toTask),
      events: await eventsIn(session, ids),
    };
  });
}

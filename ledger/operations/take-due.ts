import type { Case } from '../../core/case/index.ts';
import type { Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant, laterBy } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import { loadCasesIn } from './load-cases.ts';

/**
 * Leases and loads in one transaction. SQLite's write lock keeps others out; in PostgreSQL rows another execution is leasing are skipped,
 * not waited for. A lease that ran out (its execution died) is taken like any other due case.
 */
export async function takeDue(store: Store, query: Parameters<Ledger['takeDue']>[0]): Promise<Case[]> {
  const now = instant(query.now);
  return store.write(async (session) => {
    const due = session.db
      .selectFrom('cases')
      .select('id')
      .where('portfolio', '=', query.portfolio)
      .where('next_action_on', '<=', query.on)
      .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', now)]))
      .orderBy('next_action_on')
      .orderBy('id')
      .limit(query.limit);
    const rows = await (session.engine === 'postgres' ? due.forNoKeyUpdate().skipLocked() : due).execute();
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    await session.db
      .updateTable('cases')
      .set({ leased_until: laterBy(now, query.leaseMs), lease_owner: query.owner, wake_on: null })
      .where(inList(session, 'id', ids))
      .execute();
    return [...(await loadCasesIn(session, ids)).values()];
  });
}

import type { Case } from '../../core/case/index.ts';
import type { Session, Store } from '../engine.ts';
import { dataVersion, inList } from '../engine.ts';
import { instant, laterBy } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import { loadCasesIn } from './load-cases.ts';

/**
 * Leases and loads in one transaction. SQLite's write lock keeps others out; in PostgreSQL rows another execution is leasing are skipped,
 * not waited for. A lease that ran out (its execution died) is taken like any other due case.
 */
export async function takeDue(store: Store, query: Parameters<Ledger['takeDue']>[0]): Promise<Case[]> {
  const now = instant(query.now);
  return store.write(
    async (session) => {
      const due = dueIn(session, query).where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', now)]));
      const rows = await (session.engine === 'postgres' ? due.forNoKeyUpdate().skipLocked() : due).execute();
      if (rows.length === 0) return [];
      const ids = rows.map((row) => row.id);
      await session.db
        .updateTable('cases')
        .set({ leased_until: laterBy(now, query.leaseMs), lease_owner: query.owner, wake_on: null })
        .where(inList(session, 'id', ids))
        .execute();
      if (store.remembered) store.remembered.keepUp(await dataVersion(session));
      const cases = [...(await loadCasesIn(session, ids)).values()];
      store.remembered?.remember(cases);
      return cases;
    },
    { touched: 'none' },
  );
}

/** The same cases, only looked at: also those that an execution holds, since nothing is taken from it. */
export async function lookAtDue(store: Store, query: DueQuery): Promise<string[]> {
  const rows = await store.read((session) => dueIn(session, query).execute());
  return rows.map((row) => row.id);
}

type DueQuery = Pick<Parameters<Ledger['takeDue']>[0], 'portfolio' | 'on' | 'limit'>;

function dueIn({ db }: Session, { portfolio, on, limit }: DueQuery) {
  return db
    .selectFrom('cases')
    .select('id')
    .where('portfolio', '=', portfolio)
    .where('next_action_on', '<=', on)
    .orderBy('next_action_on')
    .orderBy('id')
    .limit(limit);
}

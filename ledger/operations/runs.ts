import type { Session, Store } from '../engine.ts';
import type { Run } from '../ledger.ts';
import { ALL_PORTFOLIOS, inPortfolio } from '../portfolio-scope.ts';
import { toRun } from '../rows/run-rows.ts';

export async function getRun(store: Store, id: string): Promise<Run | undefined> {
  for (const table of ['runs', 'rehearsals'] as const) {
    const row = await store.db.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
    if (row) return toRun(row, table);
  }
  return undefined;
}

export async function latestRun(store: Store, cadenceId: string, portfolio?: string): Promise<Run | undefined> {
  const row = await store.db
    .selectFrom('runs')
    .selectAll()
    .where('cadence_id', '=', cadenceId)
    .where(inPortfolio('portfolio', portfolio ?? ALL_PORTFOLIOS))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toRun(row);
}

export async function latestRunOfPortfolio(session: Session, portfolio: string): Promise<Run | undefined> {
  const row = await session.db
    .selectFrom('runs')
    .selectAll()
    .where('portfolio', '=', portfolio)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toRun(row);
}

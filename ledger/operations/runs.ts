import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Run } from '../ledger.ts';
import { ALL_PORTFOLIOS, inPortfolio } from '../portfolio-scope.ts';
import { toRun } from '../rows/run-rows.ts';

/** Starting the same run again (n8n retried the node) changes nothing. */
export async function startRun(store: Store, run: Run): Promise<void> {
  await store.write((session) =>
    insertRows(
      session,
      'runs',
      [
        {
          id: run.id,
          cadence_id: run.cadenceId,
          portfolio: run.portfolio,
          run_on: run.on,
          started_at: instant(run.startedAt),
          settings: JSON.stringify(run.settings),
        },
      ],
      { ignoreExisting: true },
    ),
  );
}

export async function getRun(store: Store, id: string): Promise<Run | undefined> {
  const row = await store.db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRun(row);
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

import { runRefusal } from '../../core/portfolio/index.ts';
import { insertRows } from '../bulk.ts';
import type { Store } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Run } from '../ledger.ts';
import { fromHolder, holderOf, toHolder } from '../rows/portfolio-rows.ts';
import { holderRow, lockHolders } from './holders.ts';

/**
 * Starting the same run again (n8n retried the node) changes nothing. Whose portfolio it is is decided in the same transaction, so that of two cadences
 * that start together on one only the first does.
 * @throws ReguaError `portfolio.other-creditor`, `portfolio.other-cadence`, `portfolio.cadence-of-other-creditor`; then nothing was started
 */
export async function startRun(store: Store, run: Run): Promise<void> {
  await store.write(async (session) => {
    await lockHolders(session);
    const table = run.rehearsal ? 'rehearsals' : 'runs';
    const known = await session.db.selectFrom(table).select('id').where('id', '=', run.id).executeTakeFirst();
    if (known) return;
    const asked = holderOf(run);
    const held = await holderRow(session, run.portfolio);
    const byCadence = await session.db.selectFrom('portfolios').selectAll().where('cadence_id', '=', run.cadenceId).execute();
    const refusal = runRefusal(asked, held && toHolder(held), byCadence.map(toHolder));
    if (refusal) throw refusal;
    const startedAt = instant(run.startedAt);
    // A rehearsal is refused as the real run would be, and takes nothing.
    if (!run.rehearsal) {
      const { portfolio, ...row } = fromHolder(asked, held?.since ?? startedAt);
      if (held) await session.db.updateTable('portfolios').set(row).where('portfolio', '=', portfolio).execute();
      else await insertRows(session, 'portfolios', [{ portfolio, ...row }]);
    }
    await insertRows(session, table, [
      {
        id: run.id,
        cadence_id: run.cadenceId,
        portfolio: run.portfolio,
        run_on: run.on,
        started_at: startedAt,
        settings: JSON.stringify(run.settings),
      },
    ]);
  });
}

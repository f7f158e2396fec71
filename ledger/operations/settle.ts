import { sql } from 'kysely';
import type { Store } from '../engine.ts';
import type { HumanTask, Settled } from '../ledger.ts';
import { recordOutcomesIn } from './outcomes.ts';
import { recordStepsIn } from './record-steps.ts';
import { recordRefusalsIn } from './refusals.ts';
import { releaseClaimsIn } from './release-claims.ts';
import { lockCases } from './require-cases.ts';
import { saveBureauEntryIn, saveFilingIn } from './save-formal-steps.ts';
import { scheduleIn } from './schedule.ts';
import { openTasksIn } from './tasks.ts';

const NONE: Settled = {};

/**
 * What became of some cases in a run, whole or not at all: an outcome never stands without the task that somebody has to do for it, nor a step as done
 * without what it did.
 */
export async function settle(
  store: Store,
  settled: Settled = NONE,
  how: { readonly durable?: boolean } = {},
): Promise<{ task: HumanTask; created: boolean }[]> {
  const { outcomes = [], releases = [], refusals = [], tasks = [], steps = [], looks = [], entries = [], filings = [] } = settled;
  const lists = [refusals, tasks, steps, looks, entries, filings];
  if (outcomes.length + releases.length + lists.reduce((sum, list) => sum + list.length, 0) === 0) return [];
  // A contact that failed counts no more, nor for the same person's other cases.
  const touched = outcomes.length + releases.length > 0 ? 'any' : [...steps, ...entries, ...filings].map(({ caseId }) => caseId);
  return store.write(
    async (session) => {
      await lockCases(session, [...new Set(lists.flatMap((list) => list.map(({ caseId }) => caseId)))]);
      await recordOutcomesIn(session, outcomes);
      await releaseClaimsIn(session, releases);
      await recordRefusalsIn(session, refusals);
      for (const entry of entries) await saveBureauEntryIn(session, entry);
      for (const filing of filings) await saveFilingIn(session, filing);
      const opened = await openTasksIn(session, tasks);
      await recordStepsIn(session, steps);
      await scheduleIn(session, looks);
      return opened;
    },
    { touched, ...how },
  );
}

/** SQLite's journal goes to the disk as a whole, with the next durable transaction that writes anything; PostgreSQL's commits are there already. */
export async function sync(store: Store): Promise<void> {
  if (store.engine === 'sqlite') await store.write(({ db }) => sql`pragma user_version = 1`.execute(db), { touched: 'none' });
}

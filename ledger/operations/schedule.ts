import { sql } from 'kysely';
import { updateRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { lockKnownCases } from './require-cases.ts';

/** Entries share few dates, so they are written date by date. An event that came while the case was leased keeps its earlier date. */
export async function schedule(store: Store, entries: Parameters<Ledger['schedule']>[0]): Promise<void> {
  if (entries.length === 0) return;
  await store.write(
    async (session) => {
      await lockKnownCases(
        session,
        entries.map((entry) => entry.caseId),
      );
      await scheduleIn(session, entries);
    },
    { touched: 'none' },
  );
}

/** The caller holds the cases. */
export async function scheduleIn(session: Session, entries: Parameters<Ledger['schedule']>[0]): Promise<void> {
  if (entries.length === 0) return;
  const byDate = new Map<string | null, string[]>();
  for (const { caseId, nextActionOn } of new Map(entries.map((entry) => [entry.caseId, entry])).values()) {
    const known = byDate.get(nextActionOn);
    if (known) known.push(caseId);
    else byDate.set(nextActionOn, [caseId]);
  }
  for (const [date, ids] of byDate) {
    await session.db
      .updateTable('cases')
      .set({
        next_action_on: date === null ? sql`wake_on` : sql`case when wake_on is not null and wake_on < ${date} then wake_on else ${date} end`,
        leased_until: null,
        lease_owner: null,
      })
      .where(inList(session, 'id', ids))
      .execute();
  }
  const waits = entries.filter((entry) => entry.wait !== undefined);
  await updateRows(
    session,
    'cases',
    ['id'],
    ['wait_code', 'wait_reason', 'waited_on'],
    waits.map(({ caseId, wait }) => ({ id: caseId, wait_code: wait!.code, wait_reason: wait!.reason, waited_on: wait!.on })),
  );
}

/** Something happened: the cases are looked at again on `on`, even when an execution that doesn't know of it yet holds them. */
export async function wake(session: Session, caseIds: readonly string[], on: string): Promise<void> {
  await session.db
    .updateTable('cases')
    .set({
      next_action_on: sql`case when next_action_on is not null and next_action_on < ${on} then next_action_on else ${on} end`,
      wake_on: sql`case when wake_on is not null and wake_on < ${on} then wake_on else ${on} end`,
    })
    .where(inList(session, 'id', caseIds))
    .execute();
}

export async function setTiers(store: Store, entries: Parameters<Ledger['setTiers']>[0]): Promise<void> {
  const byTier = new Map<string, string[]>();
  for (const { caseId, tierId } of new Map(entries.map((entry) => [entry.caseId, entry])).values()) {
    const known = byTier.get(tierId);
    if (known) known.push(caseId);
    else byTier.set(tierId, [caseId]);
  }
  if (byTier.size === 0) return;
  await store.write(
    async (session) => {
      await lockKnownCases(
        session,
        entries.map((entry) => entry.caseId),
      );
      for (const [tierId, ids] of byTier)
        await session.db
          .updateTable('cases')
          .set({ tier_id: tierId })
          .where(inList(session, 'id', ids))
          .execute();
      store.remembered?.remember(
        entries.flatMap(({ caseId, tierId }) => {
          const known = store.remembered!.get(caseId);
          return known ? [{ ...known, tierId }] : [];
        }),
      );
    },
    { touched: 'none' },
  );
}

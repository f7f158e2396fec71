import { sql } from 'kysely';
import type { Channel, ContactStatus } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import type { Store } from '../engine.ts';
import type { RunReport } from '../ledger.ts';
import { toRun } from '../rows/run-rows.ts';

/** Cases that still owe, by the last step they entered; most first. */
export async function stepCounts(store: Store, cadenceId: string): Promise<{ stepId: string; cases: number }[]> {
  const { rows } = await sql<{ step_id: string; cases: number | string }>`
    select step_id, count(*) as cases from (
      select step_id, row_number() over (partition by case_id order by at desc, recorded_on desc, step_id desc) as place
      from step_records
      where cadence_id = ${cadenceId}
        and exists (select 1 from debts where debts.case_id = step_records.case_id and debts.status = 'open')
    ) as newest
    where place = 1
    group by step_id
    order by cases desc, step_id`.execute(store.db);
  return rows.map((row) => ({ stepId: row.step_id, cases: Number(row.cases) }));
}

/** @throws ReguaError `ledger.run-unknown` */
export async function runReport(store: Store, runId: string): Promise<RunReport> {
  return store.read(async ({ db }) => {
    const run = await db.selectFrom('runs').selectAll().where('id', '=', runId).executeTakeFirst();
    if (!run) throw new ReguaError('ledger.run-unknown', `Não encontrei a rodada "${runId}" no registro.`, { field: 'runId' });
    const contacts = await db
      .selectFrom('contacts')
      .select(['channel', 'status', sql<number>`count(*)`.as('count'), sql<number>`coalesce(sum(cost_cents), 0)`.as('cost')])
      .where('run_id', '=', runId)
      .groupBy(['channel', 'status'])
      .orderBy('channel')
      .orderBy('status')
      .execute();
    const refusals = await db
      .selectFrom('refusals')
      .select(['code', 'reason', sql<number>`count(*)`.as('count')])
      .where('run_id', '=', runId)
      .groupBy(['code', 'reason'])
      .orderBy('count', 'desc')
      .orderBy('code')
      .orderBy('reason')
      .execute();
    const unmatched = await db
      .selectFrom('unmatched_payments')
      .select([sql<number>`count(*)`.as('count'), sql<number>`coalesce(sum(amount), 0)`.as('amount')])
      .where('resolved_at', 'is', null)
      .executeTakeFirstOrThrow();
    return {
      run: toRun(run),
      contacts: contacts.map((row) => ({
        channel: row.channel as Channel,
        status: row.status as ContactStatus,
        count: Number(row.count),
        costCents: Number(row.cost),
      })),
      refusals: refusals.map((row) => ({ code: row.code, reason: row.reason, count: Number(row.count) })),
      unmatchedPayments: { count: Number(unmatched.count), amount: Number(unmatched.amount) },
    };
  });
}

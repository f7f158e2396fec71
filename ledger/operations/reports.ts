import { sql } from 'kysely';
import type { Channel, ContactStatus } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { addDays } from '../../core/civil-date.ts';
import type { DayReport } from '../../core/report/index.ts';
import { WAITS_IN_PEACE } from '../../core/report/index.ts';
import type { Store } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { ALL_PORTFOLIOS, inPortfolio } from '../portfolio-scope.ts';
import { atDoorsOf } from './unattributed-events.ts';

/** Cases that still owe, by the last step they entered; most first. */
export async function stepCounts(store: Store, cadenceId: string, portfolio?: string): Promise<{ stepId: string; cases: number }[]> {
  const { rows } = await sql<{ step_id: string; cases: number | string }>`
    select step_id, count(*) as cases from (
      select step_id, row_number() over (partition by case_id order by at desc, recorded_on desc, step_id desc) as place
      from step_records
      where cadence_id = ${cadenceId}
        and exists (select 1 from cases where cases.id = step_records.case_id and ${inPortfolio('cases.portfolio', portfolio ?? ALL_PORTFOLIOS)})
        and exists (select 1 from debts where debts.case_id = step_records.case_id and debts.status = 'open')
    ) as newest
    where place = 1
    group by step_id
    order by cases desc, step_id`.execute(store.db);
  return rows.map((row) => ({ stepId: row.step_id, cases: Number(row.cases) }));
}

/** What was done and left undone on a date. A contact by an event (a payment's thanks) stands under the newest run before it, which may be of an earlier day. */
export async function dayReport(store: Store, { portfolio, on }: Parameters<Ledger['dayReport']>[0]): Promise<DayReport> {
  return store.read(async ({ db }) => {
    const runs = await db.selectFrom('runs').select(count.as('count')).where('portfolio', '=', portfolio).where('run_on', '=', on).executeTakeFirstOrThrow();
    const recentRuns = db
      .selectFrom('runs')
      .select('id')
      .where('portfolio', '=', portfolio)
      .where('run_on', '<=', on)
      .where('run_on', '>', addDays(on, -RECENT_DAYS));
    const contacts = await db
      .selectFrom('contacts')
      .select(['channel', 'status', count.as('count'), sql<number>`coalesce(sum(cost_cents), 0)`.as('cost')])
      .where('run_id', 'in', recentRuns)
      .where('local_date', '=', on)
      .groupBy(['channel', 'status'])
      .orderBy('channel')
      .orderBy('status')
      .execute();
    const lastRefusals = db
      .selectFrom('refusals')
      .select(['code', 'reason', sql<number>`row_number() over (partition by case_id order by at desc, id desc)`.as('place')])
      .where('run_id', 'in', recentRuns)
      .where('refused_on', '=', on)
      .where(notContactedOn(on, 'refusals.case_id'));
    const leftInPeace = await db
      .selectFrom(lastRefusals.as('last'))
      .select(['code', 'reason', count.as('count')])
      .where('place', '=', 1)
      .groupBy(['code', 'reason'])
      .orderBy('count', 'desc')
      .orderBy('code')
      .orderBy('reason')
      .execute();
    const waited = await db
      .selectFrom('cases')
      .select(['wait_code', 'wait_reason', count.as('count')])
      .where('portfolio', '=', portfolio)
      .where('waited_on', '=', on)
      .where('wait_code', 'in', WAITS_IN_PEACE)
      .where(notContactedOn(on, 'cases.id'))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('refusals').select('refusals.id').whereRef('refusals.case_id', '=', 'cases.id').where('refusals.refused_on', '=', on))),
      )
      .groupBy(['wait_code', 'wait_reason'])
      .orderBy('count', 'desc')
      .orderBy('wait_code')
      .orderBy('wait_reason')
      .execute();
    const openTasks = await db
      .selectFrom('tasks')
      .innerJoin('cases', 'cases.id', 'tasks.case_id')
      .select(['kind', count.as('count'), sql<number>`sum(case when tasks.due_on < ${on} then 1 else 0 end)`.as('overdue')])
      .where('tasks.status', '=', 'open')
      .where('cases.portfolio', '=', portfolio)
      .groupBy('kind')
      .orderBy('kind')
      .execute();
    const unmatched = await db
      .selectFrom('unmatched_payments')
      .select([count.as('count'), sql<number>`coalesce(sum(amount), 0)`.as('amount')])
      .where('resolved_at', 'is', null)
      .where('portfolio', 'in', [portfolio, ''])
      .executeTakeFirstOrThrow();
    const unattributed = await db
      .selectFrom('unattributed_events')
      .select(count.as('count'))
      .where('resolved_at', 'is', null)
      .where(atDoorsOf(portfolio))
      .executeTakeFirstOrThrow();
    return {
      portfolio,
      on,
      runs: Number(runs.count),
      contacts: contacts.map((row) => ({
        channel: row.channel as Channel,
        status: row.status as ContactStatus,
        count: Number(row.count),
        costCents: Number(row.cost),
      })),
      leftInPeace: [
        ...leftInPeace.map((row) => ({ code: row.code, reason: row.reason, cases: Number(row.count) })),
        ...waited.map((row) => ({ code: row.wait_code!, reason: row.wait_reason!, cases: Number(row.count) })),
      ],
      openTasks: openTasks.map((row) => ({ kind: row.kind, count: Number(row.count), overdue: Number(row.overdue) })),
      unmatchedPayments: { count: Number(unmatched.count), amount: Number(unmatched.amount) },
      unattributedEvents: Number(unattributed.count),
    };
  });
}

/** Nothing went out to that case on the day. */
const notContactedOn = (on: CivilDate, caseId: 'refusals.case_id' | 'cases.id') =>
  sql<boolean>`not exists (select 1 from contacts where contacts.case_id = ${sql.ref(caseId)} and contacts.local_date = ${on} and contacts.status <> 'failed')`;

/** A cadence that ran at all did so within so many days before; older runs need not be looked through. */
const RECENT_DAYS = 30;
const count = sql<number>`count(*)`;

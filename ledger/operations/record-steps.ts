import type { StepRecord } from '../../core/case/index.ts';
import { STEP_WEIGHT } from '../../core/run/index.ts';
import { insertRows, updateRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import type { NewRow } from '../schema/database.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';

export async function recordSteps(store: Store, records: Parameters<Ledger['recordSteps']>[0]): Promise<void> {
  if (records.length === 0) return;
  await store.write(async (session) => {
    await lockCases(session, [...new Set(records.map((record) => record.caseId))]);
    await recordStepsIn(session, records);
  });
}

/** The caller holds the cases. */
export async function recordStepsIn(session: Session, records: Parameters<Ledger['recordSteps']>[0]): Promise<void> {
  if (records.length === 0) return;
  const caseIds = [...new Set(records.map((record) => record.caseId))];
  const existing = await session.db
    .selectFrom('step_records')
    .select(['case_id', 'cadence_id', 'step_id', 'cycle', 'status'])
    .where(inList(session, 'case_id', caseIds))
    .where(inList(session, 'step_id', [...new Set(records.map((record) => record.stepId))]))
    .execute();
  const status = new Map(existing.map((row) => [keyOf(row), row.status as StepRecord['status']]));
  const known = new Set(status.keys());
  const created = new Map<string, NewRow<'step_records'>>();
  const updated = new Map<string, NewRow<'step_records'>>();
  const events: NewEvent[] = [];
  for (const record of records) {
    const row: NewRow<'step_records'> = {
      case_id: record.caseId,
      cadence_id: record.cadenceId,
      step_id: record.stepId,
      cycle: record.cycle,
      track_id: record.trackId ?? null,
      run_id: record.runId ?? null,
      status: record.status,
      recorded_on: record.on,
      reason: record.reason ?? null,
      at: instant(record.at),
    };
    events.push({
      caseId: record.caseId,
      at: record.at,
      kind: `step.${record.status}`,
      data: {
        cadenceId: record.cadenceId,
        stepId: record.stepId,
        cycle: record.cycle,
        on: record.on,
        ...(record.reason === undefined ? {} : { reason: record.reason }),
      },
    });
    const key = keyOf(row);
    const before = status.get(key);
    if (before !== undefined && STEP_WEIGHT[record.status] < STEP_WEIGHT[before]) continue;
    status.set(key, record.status);
    (known.has(key) ? updated : created).set(key, row);
  }
  await insertRows(session, 'step_records', [...created.values()]);
  await updateRows(
    session,
    'step_records',
    ['case_id', 'cadence_id', 'step_id', 'cycle'],
    ['track_id', 'run_id', 'status', 'recorded_on', 'reason', 'at'],
    [...updated.values()],
  );
  await appendEvents(session, events);
}

function keyOf(row: { case_id: string; cadence_id: string; step_id: string; cycle: string }): string {
  return JSON.stringify([row.case_id, row.cadence_id, row.step_id, row.cycle]);
}

import type { StepRecord } from '../../core/case/index.ts';
import type { Row } from '../schema/database.ts';
import { defined } from './defined.ts';

export function toStepRecord(row: Row<'step_records'>): StepRecord {
  return defined<StepRecord>({
    cadenceId: row.cadence_id,
    stepId: row.step_id,
    cycle: row.cycle,
    status: row.status as StepRecord['status'],
    on: row.recorded_on,
    reason: row.reason,
  });
}

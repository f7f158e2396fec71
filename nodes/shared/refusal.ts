import type { NotDone } from '../../core/run/index.ts';
import type { Refusal } from '../../ledger/ledger.ts';
import type { CaseItem } from './item.ts';
import { placeOf } from './run-setting.ts';
import type { Moment } from './today.ts';

/** The record of what was due for an item and not done. */
export function refusalOf(item: CaseItem, moment: Moment, blockId: string, notDone: NotDone): Refusal {
  const { cadenceId, stepId, cycle } = placeOf(item, moment.today);
  return {
    caseId: item.caseId,
    ...(item.runId === undefined ? {} : { runId: item.runId }),
    cadenceId,
    stepId,
    cycle,
    blockId,
    on: moment.today,
    at: moment.now,
    ...notDone,
  };
}

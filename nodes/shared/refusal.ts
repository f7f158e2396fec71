import type { CivilDate } from '../../core/civil-date.ts';
import type { Refusal } from '../../ledger/ledger.ts';
import type { CaseItem } from './item.ts';
import { placeOf } from './place.ts';
import type { Moment } from './today.ts';

/** The record of a contact that was not made. */
export function recordRefusal(
  item: CaseItem,
  moment: Moment,
  refusal: { readonly blockId: string; readonly code: string; readonly reason: string; readonly deferredUntil?: CivilDate },
): Refusal {
  const { cadenceId, stepId, cycle } = placeOf(item, moment.today);
  return {
    caseId: item.caseId,
    ...(item.runId === undefined ? {} : { runId: item.runId }),
    cadenceId,
    stepId,
    cycle,
    on: moment.today,
    at: moment.now,
    ...refusal,
  };
}

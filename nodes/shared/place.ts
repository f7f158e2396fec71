import type { CivilDate } from '../../core/civil-date.ts';
import type { CaseItem } from './item.ts';

/** Where in a cadence something is done; together with the case it is what is claimed once. */
export interface Place {
  readonly cadenceId: string;
  readonly trackId?: string;
  readonly stepId: string;
  readonly cycle: string;
}

/**
 * A step is done once per anchor debt. A reaction to an event is done once per event. In a workflow made by hand without a step
 * or an event the day is all there is to tell two messages apart.
 */
export function placeOf(item: CaseItem, today: CivilDate): Place {
  const cadenceId = item.cadenceId ?? 'sem-regua';
  if (item.step) return { cadenceId, trackId: item.step.trackId, stepId: item.step.id, cycle: item.step.cycle };
  if (item.event) return { cadenceId, stepId: `event-${item.event.kind}`, cycle: item.event.id };
  return { cadenceId, stepId: 'sem-etapa', cycle: today };
}

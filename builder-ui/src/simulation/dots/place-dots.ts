import type { SimulatedDay } from '../../../../core/simulation/types.ts';
import { outcomeAfter, type Outcome } from './outcome.ts';

/** Where a dot stands at the end of a day. */
export interface DotPlace {
  /** null: no step was carried out for this debtor yet. */
  readonly stepId: string | null;
  /** Its place among the dots of that step; kept as long as it stays, so that no dot moves because another left. */
  readonly slot: number;
  readonly outcome: Outcome;
}

/** The followed debtors at the end of day `shown`. The same days give the same places, whether they are played or jumped to. */
export function placeDots(followed: readonly { readonly id: string }[], days: readonly SimulatedDay[], shown: number): Map<string, DotPlace> {
  const places = new Map<string, DotPlace>(followed.map(({ id }) => [id, { stepId: null, slot: 0, outcome: 'going' }]));
  const taken = new Map<string, boolean[]>();
  for (const { moves, happenings } of days.slice(0, shown + 1)) {
    for (const { caseId, to } of moves) {
      const place = places.get(caseId);
      if (!place || place.stepId === to) continue;
      if (place.stepId !== null) taken.get(place.stepId)![place.slot] = false;
      places.set(caseId, { ...place, stepId: to, slot: takeFirstFree(taken, to) });
    }
    for (const { caseId, event } of happenings) {
      const place = places.get(caseId);
      if (place) places.set(caseId, { ...place, outcome: outcomeAfter(place.outcome, event) });
    }
  }
  return places;
}

function takeFirstFree(taken: Map<string, boolean[]>, stepId: string): number {
  let slots = taken.get(stepId);
  if (!slots) taken.set(stepId, (slots = []));
  const free = slots.findIndex((isTaken) => !isTaken);
  const slot = free === -1 ? slots.length : free;
  slots[slot] = true;
  return slot;
}

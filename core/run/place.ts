import type { CivilDate } from '../civil-date.ts';

/** Where in a cadence something is done; together with the case it is what is claimed once. */
export interface RunPlace {
  readonly cadenceId: string;
  readonly trackId?: string;
  readonly stepId: string;
  /** The anchor's debt id, an agreement's id, or an event's: a new one opens the place again. */
  readonly cycle: string;
}

/** A step under way, as the choice of steps started it. */
export interface RunStep {
  readonly id: string;
  readonly trackId: string;
  readonly cycle: string;
  /** The block that ends the step, when several could; absent: any block that is done does. */
  readonly closedBy?: string | undefined;
  /** When the case is looked at again once this step is done; null = an event brings it back. */
  readonly nextActionOn: CivilDate | null;
}

export const placeOfStep = (cadenceId: string, { id, trackId, cycle }: RunStep): RunPlace => ({ cadenceId, trackId, stepId: id, cycle });

/** A reaction to an event is done once per event. */
export const placeOfReaction = (cadenceId: string, event: { readonly kind: string; readonly id: string }): RunPlace => ({
  cadenceId,
  stepId: `event-${event.kind}`,
  cycle: event.id,
});

/** In a workflow made by hand without a step or an event the day is all there is to tell two messages apart. */
export const placeOfNothing = (cadenceId: string, today: CivilDate): RunPlace => ({ cadenceId, stepId: 'sem-etapa', cycle: today });

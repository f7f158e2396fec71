import type { PlannedStep, StepPlan } from '../../core/step/index.ts';
import { ReguaError } from '../../core/errors.ts';
import type { CadenceStepParameters } from '../../core/workflow/parameters.ts';

type StepFields = Partial<CadenceStepParameters['steps']['step'][number]>;

/** The track as this node's fields say it, with the place of each step's output. */
export interface TrackPlan {
  readonly plan: Omit<StepPlan, 'cadenceId'>;
  readonly outputOf: ReadonlyMap<string, number>;
}

/** @throws ReguaError `steps.*` when there is no step, or one has no code or day, or a code comes twice */
export function trackPlan(parameters: {
  readonly trackId: string;
  readonly lateEntry: StepPlan['lateEntry'];
  readonly steps: { readonly step?: readonly StepFields[] };
}): TrackPlan {
  const fields = parameters.steps.step ?? [];
  if (fields.length === 0) throw new ReguaError('steps.none', 'Acrescente pelo menos uma etapa a este nó.', { field: 'steps' });
  const outputOf = new Map<string, number>();
  const steps = fields.map((step, index): PlannedStep => {
    const id = step.id?.trim() ?? '';
    const label = step.name?.trim() || `etapa ${index + 1}`;
    if (id === '') throw new ReguaError('steps.no-id', `Dê um código à etapa "${label}".`, { field: 'steps' });
    if (outputOf.has(id)) throw new ReguaError('steps.repeated-id', `O código "${id}" está em duas etapas. Dê a cada uma o seu.`, { field: 'steps' });
    const day = Number(step.day);
    if (!Number.isInteger(day)) throw new ReguaError('steps.day', `O dia da etapa "${label}" precisa ser um número inteiro, como -3 ou 7.`, { field: 'steps' });
    outputOf.set(id, index);
    return {
      id,
      name: label,
      day,
      doneWhen: step.doneWhen ?? 'action',
      ...(step.closedBy?.trim() ? { closedBy: step.closedBy.trim() } : {}),
      ...(step.provides ? { provides: step.provides } : {}),
      ...(step.requires ? { requires: step.requires } : {}),
      ...(step.formal ? { formal: true as const } : {}),
    };
  });
  // Output order is the user's; the choice wants the order of days.
  return { plan: { trackId: parameters.trackId, lateEntry: parameters.lateEntry, steps: steps.sort((a, b) => a.day - b.day) }, outputOf };
}

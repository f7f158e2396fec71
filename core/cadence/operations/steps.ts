import type { CadenceDocument, Step, Track } from '../document.ts';
import { removeById, replaceById, unknownId } from './lists.ts';
import type { OperationOf } from './operation.ts';

/** @throws ReguaError `operation.unknown-id` */
export function findStep(document: CadenceDocument, stepId: string): { track: Track; step: Step } {
  for (const track of document.tracks) {
    const step = track.steps.find((candidate) => candidate.id === stepId);
    if (step) return { track, step };
  }
  throw unknownId(stepId);
}

/** Steps stand in order of day, whatever order they came in. */
export function sortSteps(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => a.day - b.day);
}

export function addStep(document: CadenceDocument, { trackId, step }: OperationOf<'addStep'>): CadenceDocument {
  return { ...document, tracks: replaceById(document.tracks, trackId, (track) => ({ ...track, steps: joinStep(track.steps, step) })) };
}

/** A day has one step: a second one's blocks join the first. */
function joinStep(steps: Step[], step: Step): Step[] {
  const host = steps.find((candidate) => candidate.day === step.day);
  if (!host) return sortSteps([...steps, step]);
  return replaceById(steps, host.id, () => ({ ...host, blocks: [...host.blocks, ...step.blocks] }));
}

export function renameStep(document: CadenceDocument, { stepId, name }: OperationOf<'renameStep'>): CadenceDocument {
  const { track } = findStep(document, stepId);
  return changeSteps(document, track.id, (steps) => replaceById(steps, stepId, (step) => (step.name === name ? step : { ...step, name })));
}

export function moveStep(document: CadenceDocument, { stepId, trackId, day }: OperationOf<'moveStep'>): CadenceDocument {
  const { track, step } = findStep(document, stepId);
  if (track.id === trackId && step.day === day) return document;
  const without = changeSteps(document, track.id, (steps) => removeById(steps, stepId));
  return changeSteps(without, trackId, (steps) => joinStep(steps, { ...step, day }));
}

export function removeStep(document: CadenceDocument, { stepId }: OperationOf<'removeStep'>): CadenceDocument {
  const { track } = findStep(document, stepId);
  return changeSteps(document, track.id, (steps) => removeById(steps, stepId));
}

export function changeSteps(document: CadenceDocument, trackId: string, change: (steps: Step[]) => Step[]): CadenceDocument {
  const tracks = replaceById(document.tracks, trackId, (track) => {
    const steps = change(track.steps);
    return steps === track.steps ? track : { ...track, steps };
  });
  return tracks === document.tracks ? document : { ...document, tracks };
}

import type { Block } from '../cadence/blocks.ts';
import type { CadenceDocument, Step, Track } from '../cadence/document.ts';
import { isFormal } from '../cadence/formal.ts';
import { switchedOn } from '../cadence/switched-on.ts';
import type { PlannedStep, StepPlan } from './decision.ts';

/** A track reduced to what the choice of a step needs. Steps come in order of day; those of one day keep the document's order. */
export function planOf(document: Pick<CadenceDocument, 'id' | 'policies'>, track: Track): StepPlan {
  const steps = track.steps.map(plannedStep).sort((a, b) => a.day - b.day);
  return { cadenceId: document.id, trackId: track.id, lateEntry: document.policies.lateEntry, steps };
}

/** One step as the choice sees it: whether a Régua node closes it, and what law ties it to others (CDC 43 §2: notice before registration). */
export function plannedStep(step: Step): PlannedStep {
  const blocks = switchedOn(step.blocks);
  const closedBy = closingBlock(blocks);
  return {
    id: step.id,
    name: step.name,
    day: step.day,
    doneWhen: blocks.some(closesStep) ? 'action' : 'entered',
    ...(closedBy === undefined ? {} : { closedBy }),
    ...(blocks.some((block) => block.kind === 'message' && block.purpose === 'bureau-notice') ? { provides: 'bureau-notice' as const } : {}),
    ...(blocks.some((block) => block.kind === 'bureau' && block.action === 'request') ? { requires: 'bureau-notice' as const } : {}),
    ...(blocks.some(isFormal) ? { formal: true as const } : {}),
  };
}

/**
 * Of several blocks that can end a chain, the id of the last: until it is done, a crash in between brings the whole chain back, and each
 * block sees to it that it does nothing twice. Undefined where one block or none can.
 */
export function closingBlock(blocks: readonly Block[]): string | undefined {
  const closing = switchedOn(blocks).filter(closesStep);
  return closing.length > 1 ? closing.at(-1)!.id : undefined;
}

/** Blocks whose node records the step as done; a choice of channel or an offer only prepares, and a foreign node knows nothing of us. */
export function closesStep(block: Block): boolean {
  switch (block.kind) {
    case 'message':
    case 'bureau':
    case 'smallClaims':
    case 'humanTask':
      return true;
    case 'channelChoice':
    case 'offer':
    case 'custom':
      return false;
  }
}

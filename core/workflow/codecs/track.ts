import { z } from 'zod';
import { idSchema } from '../../cadence/blocks.ts';
import type { CadenceDocument, Step, Track } from '../../cadence/document.ts';
import { closingBlock, planOf } from '../../step/index.ts';
import type { CadenceStepParameters } from '../parameters.ts';

export function encodeTrack(document: CadenceDocument, track: Track): CadenceStepParameters & Record<string, unknown> {
  const plan = planOf(document, track);
  return {
    cadenceId: document.id,
    trackId: track.id,
    trackName: track.name,
    lateEntry: plan.lateEntry,
    installmentClosedBy: closingBlock(document.events.installment) ?? '',
    steps: {
      step: plan.steps.map((step) => ({
        id: step.id,
        name: step.name,
        day: step.day,
        doneWhen: step.doneWhen,
        closedBy: step.closedBy ?? '',
        provides: step.provides ?? '',
        requires: step.requires ?? '',
      })),
    },
  };
}

const parametersSchema = z.looseObject({
  trackId: z.string().default(''),
  trackName: z.string().default(''),
  steps: z
    .looseObject({ step: z.array(z.looseObject({ id: z.string().default(''), name: z.string().default(''), day: z.number().int().default(0) })).default([]) })
    .default({ step: [] }),
});

export interface TrackContent {
  readonly id: string | undefined;
  readonly name: string;
  /** In the order of the node's outputs, which may differ from the order of days. */
  readonly steps: readonly Pick<Step, 'id' | 'name' | 'day'>[];
}

/** What a step gives and needs, and what ends it, is derived from its blocks on export, so it is not read here. @throws when `steps` can't be read */
export function decodeTrack(parameters: Record<string, unknown>, fallbackName: string): TrackContent {
  const read = parametersSchema.parse(parameters);
  return {
    id: idSchema.safeParse(read.trackId).success ? read.trackId : undefined,
    name: read.trackName || fallbackName,
    steps: read.steps.step.map((step, index) => ({ id: step.id, name: step.name || `Etapa ${index + 1}`, day: step.day })),
  };
}

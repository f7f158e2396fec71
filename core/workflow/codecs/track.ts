import { switchedOn } from '../../cadence/switched-on.ts';
import { z } from 'zod';
import { STEPS, TRACK_FIELDS } from '../../cadence/definitions/cadence.ts';
import type { CadenceDocument, Step, Track } from '../../cadence/document.ts';
import { idSchema } from '../../cadence/id.ts';
import { closingBlock, planOf } from '../../step/index.ts';
import type { CadenceStepParameters } from '../parameters.ts';
import { decodeFields, encodeFields } from './fields.ts';

export function encodeTrack(document: CadenceDocument, track: Track): CadenceStepParameters & Record<string, unknown> {
  const plan = planOf(document, track);
  return {
    cadenceId: document.id,
    ...encodeFields(TRACK_FIELDS, track),
    lateEntry: plan.lateEntry,
    installments: switchedOn(document.events.installment).length > 0,
    installmentClosedBy: closingBlock(document.events.installment) ?? '',
    steps: {
      step: plan.steps.map((step) => ({
        ...encodeFields(STEPS.fields, { ...step }),
        doneWhen: step.doneWhen,
        closedBy: step.closedBy ?? '',
        provides: step.provides ?? '',
        requires: step.requires ?? '',
        formal: step.formal ?? false,
      })),
    },
  };
}

const readSchema = z.object({ id: z.string(), name: z.string(), steps: z.array(z.object({ id: z.string(), name: z.string(), day: z.int() })) });

export interface TrackContent {
  readonly id: string | undefined;
  readonly name: string;
  /** In the order of the node's outputs, which may differ from the order of days. */
  readonly steps: readonly Pick<Step, 'id' | 'name' | 'day'>[];
}

/** What a step gives and needs, and what ends it, is derived from its blocks on export, so it is not read here. @throws when `steps` can't be read */
export function decodeTrack(parameters: Record<string, unknown>, fallbackName: string): TrackContent {
  const read = readSchema.parse(decodeFields({ ...TRACK_FIELDS, steps: STEPS }, parameters));
  return {
    id: idSchema.safeParse(read.id).success ? read.id : undefined,
    name: read.name || fallbackName,
    steps: read.steps.map((step, index) => ({ ...step, name: step.name || `Etapa ${index + 1}` })),
  };
}

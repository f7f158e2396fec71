import { z } from 'zod';
import { jsonObject, recordOf } from '../json/record-of.ts';
import { blockSchema, idSchema } from './blocks.ts';
import { creditorSchema, policiesSchema, tierSchema } from './policies.ts';

/** The version this code writes; older documents are migrated on load. */
export const SCHEMA_VERSION = 1;

/** One step: a day relative to the anchor's due date (negative = before) and what is done on it, in order. */
export const stepSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(100),
  day: z.int().min(-60).max(2000),
  blocks: z.array(blockSchema).default([]),
});
export type Step = z.infer<typeof stepSchema>;

/** A lane of steps for the tiers it names; its steps are kept in order of day. */
export const trackSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(100),
  tierIds: z.array(idSchema).default([]),
  steps: z.array(stepSchema).default([]),
});
export type Track = z.infer<typeof trackSchema>;

/** Things that happen outside the calendar and to which a cadence reacts. */
export const EVENT_KINDS = ['payment', 'reply', 'promise', 'agreement', 'installment', 'dispute', 'optOut', 'survey', 'delivery', 'reversal'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Those that come in from outside; an agreement's instalment comes near on a day, which the daily run sees. */
export const INBOUND_EVENT_KINDS = EVENT_KINDS.filter((event) => event !== 'installment');

const reaction = z.array(blockSchema).default([]);

export const eventsSchema = z.strictObject({
  payment: reaction,
  reply: reaction,
  promise: reaction,
  agreement: reaction,
  installment: reaction,
  dispute: reaction,
  optOut: reaction,
  survey: reaction,
  delivery: reaction,
  /** Money that came in went back to the payer. */
  reversal: reaction,
});

/** A node as a link names it: a part of the cadence (a block's id or a role such as `lookup`, `tier`, `track:ID`) or a foreign node's name. */
const linkEndSchema = z.union([z.strictObject({ part: z.string() }), z.strictObject({ node: z.string() })]);

const linkSchema = z.strictObject({
  from: linkEndSchema,
  output: z.int().min(0),
  type: z.string().default('main'),
  to: linkEndSchema,
  input: z.int().min(0),
  inputType: z.string().default('main'),
});
export type N8nLink = z.infer<typeof linkSchema>;
export type N8nLinkEnd = z.infer<typeof linkEndSchema>;

/**
 * What a workflow said in n8n that a cadence has no words for, kept so that export gives it back:
 * names, positions, settings and parameters of single nodes, foreign nodes outside the steps, and their connections.
 */
export const n8nExtrasSchema = z.strictObject({
  /** By part (block id or role). */
  nodes: recordOf(
    z.strictObject({
      name: z.string().optional(),
      position: z.tuple([z.number(), z.number()]).optional(),
      parameters: jsonObject.optional(),
      fields: jsonObject.optional(),
    }),
  ).default({}),
  /** Foreign nodes that stand in no step, verbatim. */
  loose: z.array(jsonObject).default([]),
  /** Connections beyond those the cadence implies. */
  links: z.array(linkSchema).default([]),
  /** Connections the cadence implies and the workflow does not have. */
  cut: z.array(linkSchema).default([]),
  /** Parts that were deleted in n8n, such as a sticky note. */
  absent: z.array(z.string()).default([]),
  /** Workflow settings beyond ours. */
  settings: jsonObject.default({}),
});
export type N8nExtras = z.infer<typeof n8nExtrasSchema>;

/**
 * A régua: the one document that the designer edits, n8n runs (after `toWorkflow`) and the simulation walks.
 * Money is integer cents, percentages are numbers, ids are unique in the document.
 */
export const cadenceSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: idSchema,
  name: z.string().min(1).max(120),
  description: z.string().max(2000).default(''),
  creditor: creditorSchema.prefault({}),
  /** Local time of the daily run, `HH:MM`. */
  schedule: z
    .strictObject({
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .default('09:00'),
    })
    .prefault({}),
  policies: policiesSchema.prefault({}),
  tiers: z.array(tierSchema).min(1),
  tracks: z.array(trackSchema).min(1),
  events: eventsSchema.prefault({}),
  n8n: n8nExtrasSchema.prefault({}),
});
export type CadenceDocument = z.infer<typeof cadenceSchema>;

/** Every block of the document with where it stands, in document order. */
export function* placedBlocks(
  document: CadenceDocument,
): Generator<{ track?: Track; step?: Step; event?: EventKind; block: Step['blocks'][number]; index: number }> {
  for (const track of document.tracks) {
    for (const step of track.steps) {
      for (const [index, block] of step.blocks.entries()) yield { track, step, block, index };
    }
  }
  for (const event of EVENT_KINDS) {
    for (const [index, block] of document.events[event].entries()) yield { event, block, index };
  }
}

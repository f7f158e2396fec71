import { z } from 'zod';
import { CHANNELS } from '../case/channel.ts';
import { DEFAULT_REASONS, MESSAGE_PURPOSES } from '../case/case.ts';
import { jsonObject } from '../json/record-of.ts';

/** Ids are stable through edits and export: letters, digits, `-` and `_`. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const blockBase = {
  id: idSchema,
  note: z.string().max(2000).optional(),
  /** Its node is switched off in n8n: items pass through it untouched. */
  disabled: z.literal(true).optional(),
};

export const channelSchema = z.enum(CHANNELS);

/**
 * A text of a message; the most specific one that fits the channel, tier and reason for default wins.
 * Bodies are Liquid templates over the message variables.
 */
export const messageTextSchema = z.strictObject({
  channel: z.union([channelSchema, z.literal('any')]).default('any'),
  tierId: idSchema.optional(),
  defaultReason: z.enum(DEFAULT_REASONS).optional(),
  /** E-mail and letter only. */
  subject: z.string().max(200).optional(),
  body: z.string().max(10_000),
});
export type MessageText = z.infer<typeof messageTextSchema>;

export const channelChoiceBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('channelChoice'),
  /** Channels that may be used, in the manager's order of preference. */
  channels: z.array(channelSchema).min(1),
  /** The dearest contact that this step may cost, in cents; absent = no ceiling. */
  maxCostCents: z.int().min(0).optional(),
  /** Weigh what the debtor answered before over the order above. */
  preferAnswered: z.boolean().default(true),
});

export const messageBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('message'),
  purpose: z.enum(MESSAGE_PURPOSES),
  /** `chosen` = what the channel choice before it picked. */
  channel: z.union([channelSchema, z.literal('chosen')]).default('chosen'),
  texts: z.array(messageTextSchema).min(1),
  asksForAnswer: z.boolean().default(false),
  /** Lets an AI model reword the text; facts stay locked and the plain text goes out on any doubt. */
  aiWording: z.boolean().default(false),
});

export const offerBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('offer'),
  /** One of `policies.offers`. */
  policyId: idSchema,
});

export const bureauBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('bureau'),
  action: z.enum(['request', 'removal']),
  provider: z.enum(['manual']).default('manual'),
});

export const smallClaimsBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('smallClaims'),
  provider: z.enum(['manual']).default('manual'),
});

export const humanTaskBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('humanTask'),
  title: z.string().min(1).max(200),
  instructions: z.string().max(5000).default(''),
  team: z.string().max(100).default('cobrança'),
  dueInBusinessDays: z.int().min(0).max(60).default(1),
});

/** Nodes of n8n that are not ours, carried verbatim between export and import. */
export const customBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('custom'),
  /** The node's name in n8n; expressions of other nodes refer to it. */
  label: z.string().min(1).max(500),
  /** The n8n node as it stood in the workflow, less id, name and position. */
  node: jsonObject,
});

export const blockSchema = z.discriminatedUnion('kind', [
  channelChoiceBlockSchema,
  messageBlockSchema,
  offerBlockSchema,
  bureauBlockSchema,
  smallClaimsBlockSchema,
  humanTaskBlockSchema,
  customBlockSchema,
]);

export type Block = z.infer<typeof blockSchema>;
export type BlockKind = Block['kind'];
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;
export type ChannelChoiceBlock = BlockOf<'channelChoice'>;
export type MessageBlock = BlockOf<'message'>;
export type OfferBlock = BlockOf<'offer'>;
export type BureauBlock = BlockOf<'bureau'>;
export type SmallClaimsBlock = BlockOf<'smallClaims'>;
export type HumanTaskBlock = BlockOf<'humanTask'>;
export type CustomBlock = BlockOf<'custom'>;

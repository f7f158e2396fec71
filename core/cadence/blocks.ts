import { z } from 'zod';
import { CHANNELS } from '../case/channel.ts';
import { BLOCKS, NODE_NAME, NOTE, type DefinedKind } from './definitions/blocks.ts';
import { schemasOf } from './definitions/field.ts';
import { idSchema } from './id.ts';
import { jsonObject } from '../json/record-of.ts';

export { idSchema } from './id.ts';

const blockBase = {
  id: idSchema,
  note: NOTE.schema,
  /** Its node is switched off in n8n: items pass through it untouched. */
  disabled: z.literal(true).optional(),
};

export const channelSchema = z.enum(CHANNELS);

/**
 * A text of a message; the most specific one that fits the channel, tier and reason for default wins.
 * Bodies are Liquid templates over the message variables; the subject is for e-mail and letter only.
 */
export const messageTextSchema = z.strictObject(schemasOf(BLOCKS.message.fields.texts.fields));
export type MessageText = z.infer<typeof messageTextSchema>;

const ofKind = <K extends DefinedKind>(kind: K): { kind: z.ZodLiteral<K> } & typeof blockBase => ({ ...blockBase, kind: z.literal(kind) });

/** `channels` are in the manager's order of preference; `preferAnswered` weighs what the debtor answered before over that order. */
export const channelChoiceBlockSchema = z.strictObject({ ...ofKind('channelChoice'), ...schemasOf(BLOCKS.channelChoice.fields) });
/** Channel `chosen` = what the channel choice before it picked. With `aiWording` facts stay locked and the plain text goes out on any doubt. */
export const messageBlockSchema = z.strictObject({ ...ofKind('message'), ...schemasOf(BLOCKS.message.fields) });
/** `policyId` is one of `policies.offers`. */
export const offerBlockSchema = z.strictObject({ ...ofKind('offer'), ...schemasOf(BLOCKS.offer.fields) });
export const bureauBlockSchema = z.strictObject({ ...ofKind('bureau'), ...schemasOf(BLOCKS.bureau.fields) });
export const smallClaimsBlockSchema = z.strictObject({ ...ofKind('smallClaims'), ...schemasOf(BLOCKS.smallClaims.fields) });
export const humanTaskBlockSchema = z.strictObject({ ...ofKind('humanTask'), ...schemasOf(BLOCKS.humanTask.fields) });

/** Nodes of n8n that are not ours, carried verbatim between export and import. */
export const customBlockSchema = z.strictObject({
  ...blockBase,
  kind: z.literal('custom'),
  /** The node's name in n8n; expressions of other nodes refer to it. */
  label: NODE_NAME.schema,
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

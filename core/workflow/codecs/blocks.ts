import { blockSchema, type Block, type BlockKind, type CustomBlock } from '../../cadence/blocks.ts';
import { BLOCKS, type DefinedKind } from '../../cadence/definitions/blocks.ts';
import type { Fields } from '../../cadence/definitions/field.ts';
import { purposeOfChoice } from '../../cadence/message-channels.ts';
import { noticeBefore } from '../../run/chain.ts';
import { NODE_TYPES, type NodeKind } from '../parameters.ts';
import { decodeFields, encodeFields } from './fields.ts';

/** Which of our nodes runs each kind of block; a custom block is its own node. */
export const NODE_OF_BLOCK = {
  channelChoice: 'channelChoice',
  message: 'sendMessage',
  offer: 'negotiateOffer',
  bureau: 'creditBureau',
  smallClaims: 'smallClaims',
  humanTask: 'humanTask',
} as const satisfies Record<Exclude<BlockKind, 'custom'>, NodeKind>;

type OwnBlock = Exclude<Block, CustomBlock>;

interface Coded {
  readonly operations?: readonly [string, ...string[]];
  readonly fields: Fields;
}

const KIND_OF_TYPE: ReadonlyMap<string, DefinedKind> = new Map((Object.keys(BLOCKS) as DefinedKind[]).map((kind) => [NODE_TYPES[NODE_OF_BLOCK[kind]], kind]));

/** A block's parameters in n8n; `chain` is the step or reaction it stands in. */
export function encodeBlock(block: OwnBlock, chain: readonly Block[]): Record<string, unknown> {
  const { operations, fields }: Coded = BLOCKS[block.kind];
  return {
    ...(operations ? { operation: operations[0] } : {}),
    blockId: block.id,
    ...encodeFields(fields, { ...block }),
    // For the node alone: what its choice is made for stands in the message after it.
    ...(block.kind === 'channelChoice' ? { purpose: purposeOfChoice(chain, chain.indexOf(block)) } : {}),
    // The notice that a filing rests on, so that no wiring can take a case to court without it.
    ...(block.kind === 'smallClaims' ? { restsOn: noticeBefore(chain, chain.indexOf(block)) ?? '' } : {}),
  };
}

/**
 * The block a node of ours stands for. Parameters that n8n left out because they equal the node's default are filled in.
 * @returns undefined for a type that is no block, or for an operation that a cadence has no block for
 * @throws when a parameter can't be read (an expression where a value is due)
 */
export function decodeBlock(type: string, parameters: Record<string, unknown>, id: string): OwnBlock | undefined {
  const kind = KIND_OF_TYPE.get(type);
  if (kind === undefined) return undefined;
  const { operations, fields }: Coded = BLOCKS[kind];
  if (operations && !operations.includes(String(parameters['operation'] ?? operations[0]))) return undefined;
  return blockSchema.parse({ id, kind, ...decodeFields(fields, parameters) }) as OwnBlock;
}

import { blockSchema, type Block, type BlockKind, type CustomBlock } from '../../cadence/blocks.ts';
import { purposeOfChoice } from '../../cadence/message-channels.ts';
import { NODE_TYPES, type NodeKind } from '../parameters.ts';
import { fromReais, toReais } from './amount.ts';

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

/** A block's parameters in n8n; `chain` is the step or reaction it stands in. */
export function encodeBlock(block: OwnBlock, chain: readonly Block[]): Record<string, unknown> {
  const blockId = block.id;
  switch (block.kind) {
    case 'channelChoice':
      return {
        blockId,
        channels: block.channels,
        maxCost: toReais(block.maxCostCents ?? 0),
        preferAnswered: block.preferAnswered,
        purpose: purposeOfChoice(chain, chain.indexOf(block)),
      };
    case 'message':
      return {
        operation: 'send',
        blockId,
        purpose: block.purpose,
        channel: block.channel,
        texts: {
          text: block.texts.map((text) => ({
            channel: text.channel,
            tierId: text.tierId ?? '',
            defaultReason: text.defaultReason ?? '',
            subject: text.subject ?? '',
            body: text.body,
          })),
        },
        asksForAnswer: block.asksForAnswer,
        aiWording: block.aiWording,
      };
    case 'offer':
      return { operation: 'propose', blockId, policyId: block.policyId };
    case 'bureau':
      return { operation: block.action, blockId, provider: block.provider };
    case 'smallClaims':
      return { operation: 'prepare', blockId, provider: block.provider };
    case 'humanTask':
      return { blockId, title: block.title, instructions: block.instructions, team: block.team, dueInBusinessDays: block.dueInBusinessDays };
    default:
      return block satisfies never;
  }
}

/**
 * The block a node of ours stands for. Parameters that n8n left out because they equal the node's default are filled in.
 * @returns undefined for a type that is no block, or for an operation that a cadence has no block for
 * @throws when a parameter can't be read (an expression where a value is due)
 */
export function decodeBlock(type: string, parameters: Record<string, unknown>, id: string): OwnBlock | undefined {
  const raw = rawBlock(type, parameters);
  return raw && (blockSchema.parse({ id, ...raw }) as OwnBlock);
}

function rawBlock(type: string, p: Record<string, unknown>): Record<string, unknown> | undefined {
  switch (type) {
    case NODE_TYPES.channelChoice: {
      const maxCost = fromReais(p['maxCost'] ?? 0);
      return {
        kind: 'channelChoice',
        channels: p['channels'] ?? ['whatsapp', 'email', 'sms'],
        ...(maxCost > 0 ? { maxCostCents: maxCost } : {}),
        preferAnswered: p['preferAnswered'] ?? true,
      };
    }
    case NODE_TYPES.sendMessage:
      if ((p['operation'] ?? 'send') !== 'send') return undefined;
      return {
        kind: 'message',
        purpose: p['purpose'] ?? 'charge',
        channel: p['channel'] ?? 'chosen',
        texts: textsOf(p['texts']),
        asksForAnswer: p['asksForAnswer'] ?? false,
        aiWording: p['aiWording'] ?? false,
      };
    case NODE_TYPES.negotiateOffer:
      if ((p['operation'] ?? 'propose') !== 'propose') return undefined;
      return { kind: 'offer', policyId: p['policyId'] ?? '' };
    case NODE_TYPES.creditBureau: {
      const action = p['operation'] ?? 'request';
      if (action !== 'request' && action !== 'removal') return undefined;
      return { kind: 'bureau', action, provider: p['provider'] ?? 'manual' };
    }
    case NODE_TYPES.smallClaims:
      if ((p['operation'] ?? 'prepare') !== 'prepare') return undefined;
      return { kind: 'smallClaims', provider: p['provider'] ?? 'manual' };
    case NODE_TYPES.humanTask:
      return {
        kind: 'humanTask',
        title: p['title'] ?? 'Ligar para o cliente',
        instructions: p['instructions'] ?? '',
        team: p['team'] ?? 'cobrança',
        dueInBusinessDays: p['dueInBusinessDays'] ?? 1,
      };
    default:
      return undefined;
  }
}

function textsOf(texts: unknown): unknown[] {
  const list = (texts as { text?: Record<string, unknown>[] } | undefined)?.text ?? [];
  return list.map(({ channel = 'any', tierId = '', defaultReason = '', subject = '', body = '' }) => ({
    channel,
    ...(tierId === '' ? {} : { tierId }),
    ...(defaultReason === '' ? {} : { defaultReason }),
    ...(subject === '' ? {} : { subject }),
    body,
  }));
}

import type { MessagePurpose } from '../case/index.ts';
import { blockSchema, type Block, type BlockKind } from './blocks.ts';
import { defaultMessageTexts } from './default-texts.ts';
import { BLOCKS, type DefinedKind } from './definitions/blocks.ts';
import { defaultOf, isOptional, type Fields } from './definitions/field.ts';
import type { CadenceDocument } from './document.ts';
import { freshId } from './operations/index.ts';

/** What a palette can give; foreign nodes only come in by import. */
export type NewBlockKind = Exclude<BlockKind, 'custom'>;

/** A block with sensible contents and an id that the document does not use yet. `purpose` is for messages only. */
export function newBlock(document: CadenceDocument, kind: NewBlockKind, purpose: MessagePurpose = 'charge'): Block {
  return blockSchema.parse({ id: freshId(document, 'block'), kind, ...defaultsOf(kind), ...beginningsOf(kind, document, purpose) });
}

function defaultsOf(kind: DefinedKind): Record<string, unknown> {
  const fields: Fields = BLOCKS[kind].fields;
  return Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (isOptional(field) ? [] : [[name, defaultOf(field)]])));
}

/** Where a block that a person puts down begins otherwise than an empty form: with a text to edit, with what the cadence already has. */
function beginningsOf(kind: NewBlockKind, document: CadenceDocument, purpose: MessagePurpose): Record<string, unknown> {
  switch (kind) {
    case 'message':
      return {
        purpose,
        channel: 'email',
        texts: defaultMessageTexts(purpose),
        asksForAnswer: purpose === 'formal' || purpose === 'survey',
      };
    case 'offer':
      return { policyId: document.policies.offers[0]?.id ?? 'acordo' };
    case 'humanTask':
      return { instructions: 'Ouvir o que aconteceu e oferecer ajuda para regularizar.' };
    case 'channelChoice':
    case 'bureau':
    case 'smallClaims':
      return {};
    default:
      return kind satisfies never;
  }
}

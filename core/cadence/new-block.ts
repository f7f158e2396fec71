import type { MessagePurpose } from '../case/index.ts';
import type { Block, BlockKind } from './blocks.ts';
import { defaultMessageTexts, defaultNoticeTexts } from './default-texts.ts';
import type { CadenceDocument } from './document.ts';
import { freshId } from './operations/index.ts';

/** What a palette can give; foreign nodes only come in by import. */
export type NewBlockKind = Exclude<BlockKind, 'custom'>;

/** A block with sensible contents and an id that the document does not use yet. `purpose` is for messages only. */
export function newBlock(document: CadenceDocument, kind: NewBlockKind, purpose: MessagePurpose = 'charge'): Block {
  const id = freshId(document, 'block');
  switch (kind) {
    case 'channelChoice':
      return { id, kind, channels: ['whatsapp', 'email', 'sms'], preferAnswered: true };
    case 'message':
      return {
        id,
        kind,
        purpose,
        channel: 'email',
        texts: purpose === 'bureau-notice' ? defaultNoticeTexts() : defaultMessageTexts(),
        asksForAnswer: purpose === 'formal' || purpose === 'survey',
        aiWording: false,
      };
    case 'offer':
      return { id, kind, policyId: document.policies.offers[0]?.id ?? 'acordo' };
    case 'bureau':
      return { id, kind, action: 'request', provider: 'manual' };
    case 'smallClaims':
      return { id, kind, provider: 'manual' };
    case 'humanTask':
      return {
        id,
        kind,
        title: 'Ligar para o cliente',
        instructions: 'Ouvir o que aconteceu e oferecer ajuda para regularizar.',
        team: 'cobrança',
        dueInBusinessDays: 1,
      };
    default:
      return kind satisfies never;
  }
}

import type { MessagePurpose } from '../case/index.ts';
import type { Block } from './blocks.ts';

const FORMAL_PURPOSES: ReadonlySet<MessagePurpose> = new Set<MessagePurpose>(['bureau-notice', 'legal-notice']);
const LAWYERS = /jur[ií]dic|advog|judicia/i;

/** What a creditor does when talking has not helped; handing a case to lawyers is that too, whatever the task is called. */
export function isFormal(block: Block): boolean {
  switch (block.kind) {
    case 'message':
      return FORMAL_PURPOSES.has(block.purpose);
    case 'bureau':
      return block.action === 'request';
    case 'smallClaims':
      return true;
    case 'humanTask':
      return LAWYERS.test(block.team);
    case 'channelChoice':
    case 'offer':
    case 'custom':
      return false;
  }
}

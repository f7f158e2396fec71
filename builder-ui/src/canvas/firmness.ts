import type { Block } from '../../../core/cadence/blocks.ts';

/** How firm a block speaks, 1 friendly … 5 legal: only its colour on the ruler. 0 says nothing to the debtor. */
export type Firmness = 0 | 1 | 2 | 3 | 4 | 5;

export function firmnessOf(block: Block): Firmness {
  switch (block.kind) {
    case 'message':
      switch (block.purpose) {
        case 'reminder':
        case 'thanks':
        case 'survey':
          return 1;
        case 'offer':
        case 'agreement':
          return 2;
        case 'formal':
          return 4;
        case 'bureau-notice':
        case 'legal-notice':
          return 5;
        case 'charge':
        case 'other':
          return 3;
        default:
          return block.purpose satisfies never;
      }
    case 'offer':
      return 2;
    case 'bureau':
    case 'smallClaims':
      return 5;
    case 'channelChoice':
    case 'humanTask':
    case 'custom':
      return 0;
    default:
      return block satisfies never;
  }
}

export function firmnessOfStep(blocks: readonly Block[]): Firmness {
  return Math.max(0, ...blocks.map(firmnessOf)) as Firmness;
}

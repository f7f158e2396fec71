import type { Channel } from '../case/index.ts';
import type { Block } from './blocks.ts';

/** The channels a message may go out on: its own, or those the choice before it allows. */
export function channelsOf(blocks: readonly Block[], index: number): readonly Channel[] {
  const block = blocks[index];
  if (block?.kind !== 'message') return [];
  if (block.channel !== 'chosen') return [block.channel];
  const choice = blocks.slice(0, index).findLast((before) => before.kind === 'channelChoice');
  return choice?.kind === 'channelChoice' ? choice.channels : [];
}

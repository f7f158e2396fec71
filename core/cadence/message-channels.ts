import type { Channel, MessagePurpose } from '../case/index.ts';
import type { Block, MessageBlock } from './blocks.ts';
import { switchedOn } from './switched-on.ts';

/** The channels a message may go out on: its own, or those the choice before it allows. */
export function channelsOf(blocks: readonly Block[], index: number): readonly Channel[] {
  const block = blocks[index];
  if (block?.kind !== 'message') return [];
  if (block.channel !== 'chosen') return [block.channel];
  const choice = blocks.slice(0, index).findLast((before) => before.kind === 'channelChoice' && !before.disabled);
  return choice?.kind === 'channelChoice' ? choice.channels : [];
}

/**
 * What the choice of channel at `index` is made for: the purpose of the first message after it that leaves the channel to it.
 * A notice of negativação prefers channels that prove delivery, so the exporter, the simulation and the plan have to agree here.
 */
export function purposeOfChoice(blocks: readonly Block[], index: number): MessagePurpose {
  const after = switchedOn(blocks.slice(index + 1));
  const nextChoice = after.findIndex((block) => block.kind === 'channelChoice');
  const served = (nextChoice < 0 ? after : after.slice(0, nextChoice)).find(
    (block): block is MessageBlock => block.kind === 'message' && block.channel === 'chosen',
  );
  return served?.purpose ?? 'other';
}

import type { Block } from '../cadence/blocks.ts';
import { purposeOfChoice } from '../cadence/message-channels.ts';
import { switchedOn } from '../cadence/switched-on.ts';
import type { Case } from '../case/index.ts';
import { chooseChannel, openHandOff, proposeOffers } from './blocks.ts';
import type { BlockEnd, StepEnd } from './block-end.ts';
import { endAfter, goesOn, stepAfter } from './block-end.ts';
import { prepareFiling, requestRegistration, requestRemovals } from './formal.ts';
import type { Compose, Handed, HandOver } from './message.ts';
import { messageBlock } from './message.ts';
import type { RunSetting } from './setting.ts';

/** Who carries the effects of a chain out: a simulation by its assumptions, a story by its script. */
export interface Carrier {
  handOver(effect: HandOver): Handed;
  /** What a block came to is written down; gives the case as it stands then, for the next block. */
  ended(block: Block, end: BlockEnd): Case;
  readonly compose?: Compose | undefined;
}

/**
 * A step's blocks one after the other, as n8n's wiring runs them: the next block follows from a node's first output, so what stops there ends the chain.
 * @returns what is recorded of the step; undefined when nothing is, and its case is taken again
 */
export function runChain(blocks: readonly Block[], start: RunSetting, carrier: Carrier): StepEnd | undefined {
  let setting = start;
  let recorded: StepEnd | undefined;
  const running = switchedOn(blocks);
  for (const [index, block] of running.entries()) {
    const end = runBlock(running, index, setting, carrier);
    if (!end) continue;
    const subject = carrier.ended(block, end);
    recorded = endAfter(recorded, stepAfter(setting.step, block.id, end.ending));
    if (!goesOn(end.ending)) return recorded;
    setting = { ...setting, subject, carried: end.carried ? { ...setting.carried, ...end.carried } : setting.carried };
  }
  return recorded;
}

/** Undefined for a node of another package: what it does nobody here knows, and the chain goes on after it. */
function runBlock(blocks: readonly Block[], index: number, setting: RunSetting, carrier: Carrier): BlockEnd | undefined {
  const block = blocks[index]!;
  switch (block.kind) {
    case 'channelChoice':
      return chooseChannel(setting, block, purposeOfChoice(blocks, index));
    case 'message': {
      const message = messageBlock(setting, { ...block, blockId: block.id }, { compose: carrier.compose });
      let next = message.next();
      while (!next.done) next = message.next(carrier.handOver(next.value));
      return next.value;
    }
    case 'offer':
      return proposeOffers(setting, block.policyId);
    case 'bureau':
      return block.action === 'request' ? requestRegistration(setting, block) : requestRemovals(setting, block.id);
    case 'smallClaims':
      return prepareFiling(setting, noticeBefore(blocks, index));
    case 'humanTask':
      return openHandOff(setting, block);
    case 'custom':
      return undefined;
  }
}

/** The message of the same step that a filing rests on: the last notice of the action before it. */
export function noticeBefore(blocks: readonly Block[], index: number): string | undefined {
  return blocks.slice(0, index).findLast((block) => block.kind === 'message' && block.purpose === 'legal-notice' && !block.disabled)?.id;
}

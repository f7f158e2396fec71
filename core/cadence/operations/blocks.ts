import type { Block } from '../blocks.ts';
import { BLOCK_LABELS } from '../labels.ts';
import type { CadenceDocument, EventKind, Step, Track } from '../document.ts';
import { EVENT_KINDS } from '../document.ts';
import { freshId } from './ids.ts';
import { insertAt, removeById, replaceById, unknownId } from './lists.ts';
import type { OperationOf, Place } from './operation.ts';
import { changeSteps, sortSteps } from './steps.ts';

export type BlockPlace = { readonly block: Block; readonly index: number } & (
  | { readonly track: Track; readonly step: Step; readonly event?: undefined }
  | { readonly event: EventKind; readonly track?: undefined; readonly step?: undefined }
);

/** @throws ReguaError `operation.unknown-id` */
export function findBlock(document: CadenceDocument, blockId: string): BlockPlace {
  for (const track of document.tracks) {
    for (const step of track.steps) {
      const index = step.blocks.findIndex((block) => block.id === blockId);
      if (index >= 0) return { track, step, block: step.blocks[index]!, index };
    }
  }
  for (const event of EVENT_KINDS) {
    const index = document.events[event].findIndex((block) => block.id === blockId);
    if (index >= 0) return { event, block: document.events[event][index]!, index };
  }
  throw unknownId(blockId);
}

export function addBlock(document: CadenceDocument, { place, index, block, stepName }: OperationOf<'addBlock'>): CadenceDocument {
  if ('event' in place) return changeReaction(document, place.event, (blocks) => insertAt(blocks, block, index));
  return changeSteps(document, place.trackId, (steps) => {
    const host = steps.find((step) => step.day === place.day);
    if (host) return replaceById(steps, host.id, (step) => ({ ...step, blocks: insertAt(step.blocks, block, index) }));
    const step: Step = { id: freshId(document, 'step'), name: stepName ?? BLOCK_LABELS[block.kind], day: place.day, blocks: [block] };
    return sortSteps([...steps, step]);
  });
}

export function updateBlock(document: CadenceDocument, { block }: OperationOf<'updateBlock'>): CadenceDocument {
  return changeBlocksAt(document, findBlock(document, block.id), (blocks) => replaceById(blocks, block.id, () => block));
}

export function switchBlock(document: CadenceDocument, { blockId, on }: OperationOf<'switchBlock'>): CadenceDocument {
  const place = findBlock(document, blockId);
  const { disabled: _before, ...block } = place.block;
  return changeBlocksAt(document, place, (blocks) => replaceById(blocks, blockId, () => (on ? block : { ...block, disabled: true }) as Block));
}

export function moveBlock(document: CadenceDocument, { blockId, place, index }: OperationOf<'moveBlock'>): CadenceDocument {
  const from = findBlock(document, blockId);
  if (isSamePlace(from, place)) {
    const at = index === undefined ? undefined : index > from.index ? index - 1 : index;
    return changeBlocksAt(document, from, (blocks) => insertAt(removeById(blocks, blockId), from.block, at));
  }
  const placed = addBlock(removeFromPlace(document, from), {
    kind: 'addBlock',
    place,
    block: from.block,
    ...(index === undefined ? {} : { index }),
    ...(from.step && from.step.blocks.length === 1 ? { stepName: from.step.name } : {}),
  });
  return placed;
}

export function removeBlock(document: CadenceDocument, { blockId }: OperationOf<'removeBlock'>): CadenceDocument {
  return removeFromPlace(document, findBlock(document, blockId));
}

function removeFromPlace(document: CadenceDocument, place: BlockPlace): CadenceDocument {
  if (place.event !== undefined) return changeReaction(document, place.event, (blocks) => removeById(blocks, place.block.id));
  return changeSteps(document, place.track.id, (steps) =>
    place.step.blocks.length === 1
      ? removeById(steps, place.step.id)
      : replaceById(steps, place.step.id, (step) => ({ ...step, blocks: removeById(step.blocks, place.block.id) })),
  );
}

function changeBlocksAt(document: CadenceDocument, place: BlockPlace, change: (blocks: Block[]) => Block[]): CadenceDocument {
  if (place.event !== undefined) return changeReaction(document, place.event, change);
  return changeSteps(document, place.track.id, (steps) => replaceById(steps, place.step.id, (step) => ({ ...step, blocks: change(step.blocks) })));
}

function changeReaction(document: CadenceDocument, event: EventKind, change: (blocks: Block[]) => Block[]): CadenceDocument {
  return { ...document, events: { ...document.events, [event]: change(document.events[event]) } };
}

function isSamePlace(from: BlockPlace, to: Place): boolean {
  return 'event' in to ? from.event === to.event : from.track?.id === to.trackId && from.step?.day === to.day;
}

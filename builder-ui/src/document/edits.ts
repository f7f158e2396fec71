import type { Block } from '../../../core/cadence/blocks.ts';
import type { CadenceDocument, Step } from '../../../core/cadence/document.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { newBlock } from '../../../core/cadence/new-block.ts';
import { freshId, idsOf, type CadenceOperation } from '../../../core/cadence/operations/index.ts';
import type { DragPayload, DropTarget, PaletteItem } from '../canvas/drag.ts';
import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';
import { itemOf, itemsOf } from './items.ts';
import { currentDocument, edit, editAll, select, undo, useEditor } from './store.ts';

export function paletteLabel(item: PaletteItem): string {
  if (item.kind === 'step') return t().palette.step;
  return item.kind === 'message' ? t().labels.purposes[item.purpose] : t().labels.blocks[item.kind];
}

/** A block for the palette's item, with the core's own first contents. */
export function makeBlock(document: CadenceDocument, item: Exclude<PaletteItem, { kind: 'step' }>): Block {
  return item.kind === 'message' ? newBlock(document, item.kind, item.purpose) : newBlock(document, item.kind);
}

/** Puts a palette item into a cell and selects it. */
export function insertItem(item: PaletteItem, target: { trackId: string; day: number; index?: number }): void {
  const document = currentDocument();
  if (item.kind === 'step') {
    const host = document.tracks.find((track) => track.id === target.trackId)?.steps.find((step) => step.day === target.day);
    if (host) {
      select([host.id]);
      showToast({ text: t().canvas.dayTaken(dayLabel(target.day)), tone: 'info' });
      return;
    }
    const step: Step = { id: freshId(document, 'step'), name: t().canvas.newStep, day: target.day, blocks: [] };
    if (edit({ kind: 'addStep', trackId: target.trackId, step })) select([step.id]);
    return;
  }
  const host = document.tracks.find((track) => track.id === target.trackId)?.steps.find((step) => step.day === target.day);
  const made = makeBlock(document, item);
  // Where the step already chooses a channel, a new message goes by it.
  const block: Block = made.kind === 'message' && host?.blocks.some((other) => other.kind === 'channelChoice') ? { ...made, channel: 'chosen' } : made;
  const operation: CadenceOperation = {
    kind: 'addBlock',
    place: { trackId: target.trackId, day: target.day },
    block,
    ...(target.index === undefined ? {} : { index: target.index }),
    stepName: paletteLabel(item),
  };
  if (edit(operation)) select([block.id]);
}

export function dropOnRuler(payload: DragPayload, target: DropTarget): void {
  const document = currentDocument();
  if (payload.type === 'new') {
    insertItem(payload.item, target);
  } else if (payload.type === 'blocks') {
    const ids = payload.ids.filter((id) => itemOf(document, id));
    const operations = ids.map((blockId, offset): CadenceOperation => ({
      kind: 'moveBlock',
      blockId,
      place: { trackId: target.trackId, day: target.day },
      index: target.index + offset,
    }));
    if (editAll(t().edits.moveBlocks(ids.length, dayLabel(target.day)), operations)) select(ids);
  } else {
    moveSteps(payload.ids, target);
  }
}

/** Moves steps so that the first lands on the target; the others keep their distance from it. */
export function moveSteps(ids: readonly string[], target: { trackId: string; day: number }): void {
  const document = currentDocument();
  const lead = itemOf(document, ids[0]);
  if (lead?.type !== 'step') return;
  const shift = target.day - lead.step.day;
  const operations = ids.flatMap((id): CadenceOperation[] => {
    const item = itemOf(document, id);
    if (item?.type !== 'step') return [];
    const trackId = item.track.id === lead.track.id ? target.trackId : item.track.id;
    return [{ kind: 'moveStep', stepId: id, trackId, day: item.step.day + shift }];
  });
  // From the far end first, so that no step lands on one that is still to move.
  operations.sort((a, b) => (a.kind === 'moveStep' && b.kind === 'moveStep' ? (shift > 0 ? b.day - a.day : a.day - b.day) : 0));
  editAll(t().edits.moveSteps(operations.length), operations);
}

export function removeItems(ids: readonly string[]): void {
  const document = currentDocument();
  const items = ids.flatMap((id) => itemOf(document, id) ?? []);
  const stepIds = new Set(items.filter((item) => item.type === 'step').map((item) => item.id));
  const blocksLeft = new Map<string, number>();
  const operations: CadenceOperation[] = [];
  for (const item of items) {
    if (item.type === 'step') operations.push({ kind: 'removeStep', stepId: item.id });
    if (item.type === 'reaction') operations.push({ kind: 'removeBlock', blockId: item.id });
    if (item.type === 'block' && !stepIds.has(item.step.id)) {
      blocksLeft.set(item.step.id, (blocksLeft.get(item.step.id) ?? item.step.blocks.length) - 1);
      operations.push({ kind: 'removeBlock', blockId: item.id });
    }
  }
  if (operations.length === 0) return;
  const name = operations.length === 1 && items[0] ? nameOf(document, items[0].id) : t().edits.items(operations.length);
  const neighbour = neighbourOf(document, ids);
  if (!editAll(t().edits.remove(name), operations)) return;
  select(neighbour ? [neighbour] : []);
  const takeBack = (): void => {
    undo();
    select(ids);
    if (ids[0]) focusRestored(ids[0]);
  };
  showToast({ text: t().edits.removed(name), tone: 'info', action: { label: t().history.undo, run: takeBack } });
}

let focusRestored: (id: string) => void = () => {};
/** The canvas says how something is brought back into view; edits know nothing of it otherwise. */
export function onRestored(focus: (id: string) => void): void {
  focusRestored = focus;
}

/** Where the keyboard stands after a removal: the next item that stays. */
function neighbourOf(document: CadenceDocument, ids: readonly string[]): string | null {
  const order = [...itemsOf(document).values()].filter((item) => item.type === 'step' || item.type === 'block');
  const gone = (item: (typeof order)[number]): boolean =>
    ids.includes(item.id) ||
    (item.type === 'block' && (ids.includes(item.step.id) || item.step.blocks.every((block) => ids.includes(block.id)))) ||
    (item.type === 'step' && item.step.blocks.length > 0 && item.step.blocks.every((block) => ids.includes(block.id)));
  const last = order.findLastIndex(gone);
  return (order.slice(last + 1).find((item) => !gone(item)) ?? order.slice(0, Math.max(0, last)).findLast((item) => !gone(item)))?.id ?? null;
}

export function nameOf(document: CadenceDocument, id: string): string {
  const item = itemOf(document, id);
  if (!item) return id;
  if (item.type === 'track') return item.track.name;
  if (item.type === 'step') return item.step.name;
  return item.block.kind === 'message'
    ? t().labels.purposes[item.block.purpose]
    : item.block.kind === 'humanTask'
      ? item.block.title
      : item.block.kind === 'custom'
        ? item.block.label
        : t().labels.blocks[item.block.kind];
}

/** Copies beside the originals: a block right under it, a step on the next free day of its track. */
export function duplicateItems(ids: readonly string[]): void {
  const document = currentDocument();
  const taken = idsOf(document);
  const fresh = (prefix: string): string => {
    const id = freshId(taken, prefix);
    taken.add(id);
    return id;
  };
  const operations: CadenceOperation[] = [];
  const copies: string[] = [];
  const usedDays = new Set<string>();
  for (const id of ids) {
    const item = itemOf(document, id);
    if (item?.type === 'block') {
      const block = { ...item.block, id: fresh('block') };
      copies.push(block.id);
      operations.push({ kind: 'addBlock', place: { trackId: item.track.id, day: item.step.day }, index: item.index + 1, block });
    }
    if (item?.type === 'step') {
      let day = item.step.day + 1;
      while (item.track.steps.some((step) => step.day === day) || usedDays.has(`${item.track.id}:${day}`)) day++;
      usedDays.add(`${item.track.id}:${day}`);
      const step: Step = { ...item.step, id: fresh('step'), day, blocks: item.step.blocks.map((block) => ({ ...block, id: fresh('block') })) };
      copies.push(step.id);
      operations.push({ kind: 'addStep', trackId: item.track.id, step });
    }
  }
  if (operations.length > 0 && editAll(t().edits.duplicate(operations.length), operations)) select(copies);
}

/** By keyboard: one day earlier or later, or into the neighbouring track. */
export function nudgeStep(stepId: string, days: number, tracks: number): void {
  const document = currentDocument();
  const item = itemOf(document, stepId);
  if (item?.type !== 'step') return;
  const trackIndex = document.tracks.findIndex((track) => track.id === item.track.id) + tracks;
  const track = document.tracks[trackIndex];
  if (!track) return;
  let day = item.step.day + days;
  // A taken day would merge two steps: the keyboard passes over it.
  while (track.steps.some((step) => step.day === day && step.id !== stepId)) day += days || 1;
  const chosen = useEditor.getState().selected;
  if (tracks === 0 && chosen.length > 1 && chosen.includes(stepId))
    moveSteps([stepId, ...chosen.filter((id) => id !== stepId)], { trackId: track.id, day: item.step.day + days });
  else edit({ kind: 'moveStep', stepId, trackId: track.id, day });
}

/** By keyboard: a block up or down in its step; past the end it enters the next step. */
export function nudgeBlock(blockId: string, delta: -1 | 1): void {
  const item = itemOf(currentDocument(), blockId);
  if (item?.type !== 'block') return;
  const to = item.index + delta;
  if (to < 0 || to >= item.step.blocks.length) return;
  edit({ kind: 'moveBlock', blockId, place: { trackId: item.track.id, day: item.step.day }, index: delta > 0 ? item.index + 2 : to });
}

/** By keyboard: a block into the neighbouring step of its track. */
export function shiftBlock(blockId: string, delta: -1 | 1): void {
  const item = itemOf(currentDocument(), blockId);
  if (item?.type !== 'block') return;
  const target = item.track.steps[item.track.steps.findIndex((step) => step.id === item.step.id) + delta];
  if (!target) return;
  edit({ kind: 'moveBlock', blockId, place: { trackId: item.track.id, day: target.day } });
}

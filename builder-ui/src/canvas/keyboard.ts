import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { duplicateItems, nudgeBlock, nudgeStep, removeItems, shiftBlock } from '../document/edits.ts';
import { itemOf, type Item } from '../document/items.ts';
import { currentDocument, select, useEditor } from '../document/store.ts';
import { focusInspector } from '../inspector/focus.ts';
import { openAddMenu } from '../palette/add-menu.ts';
import { focusItem } from './focus-item.ts';

type Direction = 'left' | 'right' | 'up' | 'down';
const DIRECTIONS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** The ruler by keyboard: arrows walk, Alt and arrows move what is held, + adds, Delete removes. */
export function handleCanvasKey(event: React.KeyboardEvent): void {
  const direction = DIRECTIONS[event.key];
  const document = currentDocument();
  const item =
    itemOf(document, (event.target as HTMLElement).dataset['item']) ??
    (event.target === event.currentTarget ? itemOf(document, useEditor.getState().current ?? firstStep(document)) : undefined);
  if (!item) return;
  const fromSurface = event.target === event.currentTarget;
  const done = (): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (direction) {
    if (fromSurface && !event.altKey) focusItem(item.id, { selectIt: false });
    else if (event.altKey) move(item, direction);
    else {
      const next = neighbour(document, item, direction);
      if (next) focusItem(next, { extend: event.shiftKey });
    }
    return done();
  }
  const chosen = useEditor.getState().selected;
  const targets = chosen.includes(item.id) ? chosen : [item.id];
  if (event.key === 'Delete' || event.key === 'Backspace') {
    removeItems(targets);
    const { current } = useEditor.getState();
    if (current) focusItem(current);
    return done();
  }
  if (event.key === 'Enter' && (fromSurface || useEditor.getState().selected.includes(item.id))) {
    select([item.id]);
    focusInspector();
    return done();
  }
  if (event.key === '+' || event.key === 'Insert') {
    if (item.type === 'step' || item.type === 'block') {
      openAddMenu({
        trackId: item.track.id,
        day: item.step.day,
        ...(item.type === 'block' ? { index: item.index + 1 } : {}),
        anchor: event.target as HTMLElement,
      });
    }
    return done();
  }
  if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) {
    duplicateItems(targets);
    const { current } = useEditor.getState();
    if (current) focusItem(current, { selectIt: false });
    return done();
  }
  if (event.key === 'Escape' && chosen.length > 0) {
    select([], item.id);
    return done();
  }
  if (event.key === 'Home' || event.key === 'End') {
    if (item.type === 'step' || item.type === 'block') {
      const step = event.key === 'Home' ? item.track.steps[0] : item.track.steps.at(-1);
      if (step) focusItem(step.id);
    }
    return done();
  }
}

const firstStep = (document: CadenceDocument): string | null => document.tracks.find((track) => track.steps.length > 0)?.steps[0]?.id ?? null;

function move(item: Item, direction: Direction): void {
  if (item.type === 'step') {
    if (direction === 'left' || direction === 'right') nudgeStep(item.id, direction === 'left' ? -1 : 1, 0);
    else nudgeStep(item.id, 0, direction === 'up' ? -1 : 1);
  } else if (item.type === 'block') {
    if (direction === 'up' || direction === 'down') nudgeBlock(item.id, direction === 'up' ? -1 : 1);
    else shiftBlock(item.id, direction === 'left' ? -1 : 1);
  }
  focusItem(item.id, { selectIt: false });
}

/** The next item that way: along the track, or down through a step's blocks and on into the next track. */
function neighbour(document: CadenceDocument, item: Item, direction: Direction): string | null {
  if (item.type !== 'step' && item.type !== 'block') return null;
  const { track, step } = item;
  if (direction === 'left' || direction === 'right') {
    const next = track.steps[track.steps.indexOf(step) + (direction === 'left' ? -1 : 1)];
    if (!next) return null;
    return item.type === 'block' ? (next.blocks[Math.min(item.index, next.blocks.length - 1)]?.id ?? next.id) : next.id;
  }
  const inside = item.type === 'block' ? item.index : -1;
  if (direction === 'down') return step.blocks[inside + 1]?.id ?? nearestStep(document, track.id, step.day, 1)?.id ?? null;
  if (inside === 0) return step.id;
  if (inside > 0) return step.blocks[inside - 1]!.id;
  const above = nearestStep(document, track.id, step.day, -1);
  return above?.blocks.at(-1)?.id ?? above?.id ?? null;
}

function nearestStep(document: CadenceDocument, trackId: string, day: number, delta: -1 | 1) {
  let index = document.tracks.findIndex((track) => track.id === trackId) + delta;
  while (document.tracks[index] && document.tracks[index]!.steps.length === 0) index += delta;
  return document.tracks[index]?.steps.toSorted((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0];
}

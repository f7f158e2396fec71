import { CARD_WIDTH, LINE_Y } from '../../canvas/geometry.ts';
import type { PlacedStep, RulerLayout } from '../../canvas/layout.ts';
import type { DotPlace } from './place-dots.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Dots stand in the foot of a card, in rows; there is nothing else while a simulation is shown. */
const FOOT = 34;
const SIDE = 12;
const SPACING = 10.4;
const ROWS = 3;
const PER_ROW = Math.floor((CARD_WIDTH - 2 * SIDE) / SPACING) + 1;
/** Over the cards, for who doesn't go to the next one. */
const OVERHEAD = 14;

/** Flow coordinates of a dot's centre; null while it is at no step of this ruler. */
export function dotPoint(steps: ReadonlyMap<string, PlacedStep>, place: DotPlace): Point | null {
  const placed = place.stepId === null ? undefined : steps.get(place.stepId);
  return placed ? { x: placed.x + SIDE + (place.slot % PER_ROW) * SPACING, y: footRow(placed, place.slot) } : null;
}

function footRow(placed: PlacedStep, slot: number): number {
  // More than fit stand on the last row, side by side with those already there.
  const row = Math.min(ROWS - 1, Math.floor(slot / PER_ROW));
  return placed.y + placed.height - FOOT + 7 + row * SPACING;
}

/** From one place to another: out of the card, along the line, into the next; over the cards between when it is not the next. */
export function pathBetween(layout: RulerLayout, from: PlacedStep | undefined, to: PlacedStep, start: Point | null, end: Point): Point[] {
  const entry = { x: to.x, y: to.y + LINE_Y };
  if (!from || !start) return [{ x: to.x - 34, y: entry.y }, entry, end];
  const exit = { x: from.x + CARD_WIDTH, y: from.y + LINE_Y };
  if (from.trackId === to.trackId && !hasBetween(layout, from, to)) return [start, exit, entry, end];
  return [start, exit, { x: exit.x + 8, y: from.y - OVERHEAD }, { x: entry.x - 8, y: to.y - OVERHEAD }, entry, end];
}

const hasBetween = (layout: RulerLayout, from: PlacedStep, to: PlacedStep): boolean =>
  to.x < from.x || layout.steps.some((other) => other.trackId === from.trackId && other.x > from.x && other.x < to.x);

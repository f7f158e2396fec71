import type { CadenceDocument, Step } from '../../../core/cadence/document.ts';
import {
  BLOCK_GAP,
  BLOCK_HEIGHT,
  CARD_GAP,
  CARD_HEAD,
  CARD_PAD,
  CARD_WIDTH,
  cardHeight,
  DAYS_AFTER,
  DAYS_BEFORE,
  FIRST_GAP,
  LANE_BOTTOM,
  LANE_GAP,
  LANE_MIN,
  LANE_TOP,
  LAST_GAP,
  MARK_GAP,
  SNAP,
  waitRoom,
} from './geometry.ts';

/** A day that has a step in some track; its cards are centred on `x`. */
export interface Mark {
  readonly day: number;
  readonly x: number;
}

/** The stretch between two marks: days without a step, drawn as small ticks and open to drops. */
export interface Gap {
  readonly x: number;
  readonly width: number;
  /** First and last day inside; empty when `from > to`. */
  readonly from: number;
  readonly to: number;
}

export interface Lane {
  readonly trackId: string;
  readonly y: number;
  readonly height: number;
}

export interface PlacedStep {
  readonly step: Step;
  readonly trackId: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The cadence on a compressed ruler: a mark for each day that has a step, gaps between them, a lane for each track. */
export interface RulerLayout {
  readonly marks: readonly Mark[];
  readonly gaps: readonly Gap[];
  readonly lanes: readonly Lane[];
  readonly steps: readonly PlacedStep[];
  readonly width: number;
  readonly height: number;
  /** Where the due date is drawn. */
  readonly dueX: number;
}

const EMPTY_WIDTH = 900;

export function layoutRuler(document: CadenceDocument): RulerLayout {
  const marks = placeMarks(document);
  const last = marks.at(-1);
  const width = last ? last.x + LAST_GAP : EMPTY_WIDTH;
  const gaps = placeGaps(marks, width);
  const markX = new Map(marks.map((mark) => [mark.day, mark.x]));
  const lanes: Lane[] = [];
  const steps: PlacedStep[] = [];
  let y = 0;
  for (const track of document.tracks) {
    const tallest = Math.max(0, ...track.steps.map((step) => cardHeight(step.blocks.length)));
    const height = Math.max(LANE_MIN, tallest + LANE_TOP + LANE_BOTTOM);
    lanes.push({ trackId: track.id, y, height });
    for (const step of track.steps) {
      steps.push({ step, trackId: track.id, x: markX.get(step.day)! - CARD_WIDTH / 2, y: y + LANE_TOP, height: cardHeight(step.blocks.length) });
    }
    y += height + LANE_GAP;
  }
  return { marks, gaps, lanes, steps, width, height: Math.max(0, y - LANE_GAP), dueX: dueLine(marks, gaps) };
}

/** Each day as far left as its cards allow: clear of the earlier card of the same track, and a little after the day before. */
function placeMarks(document: CadenceDocument): Mark[] {
  const tracksByDay = new Map<number, string[]>();
  for (const track of document.tracks) for (const step of track.steps) tracksByDay.set(step.day, [...(tracksByDay.get(step.day) ?? []), track.id]);
  const days = [...tracksByDay.keys()].sort((a, b) => a - b);
  const lastInTrack = new Map<string, number>();
  const marks: Mark[] = [];
  for (const day of days) {
    const before = marks.at(-1);
    const missing = before ? day - before.day - 1 : 0;
    // The due date needs a place of its own between the last day before it and the first one after.
    const dueRoom = before && before.day < 0 && day >= 0 ? 34 : 0;
    let x = before ? before.x + MARK_GAP + waitRoom(missing) + dueRoom : FIRST_GAP;
    for (const trackId of tracksByDay.get(day)!) {
      const earlier = lastInTrack.get(trackId);
      if (earlier !== undefined) x = Math.max(x, earlier + CARD_WIDTH + CARD_GAP + waitRoom(missing) / 2 + dueRoom);
    }
    for (const trackId of tracksByDay.get(day)!) lastInTrack.set(trackId, x);
    marks.push({ day, x: Math.round(x) });
  }
  return marks;
}

function placeGaps(marks: readonly Mark[], width: number): Gap[] {
  const first = marks[0];
  if (!first) return [{ x: 0, width, from: -DAYS_BEFORE, to: DAYS_AFTER }];
  const gaps: Gap[] = [{ x: 0, width: first.x - SNAP, from: first.day - DAYS_BEFORE, to: first.day - 1 }];
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1];
    const end = next ? next.x - SNAP : width;
    gaps.push({ x: mark.x + SNAP, width: end - mark.x - SNAP, from: mark.day + 1, to: next ? next.day - 1 : mark.day + DAYS_AFTER });
  }
  return gaps;
}

/** The due date stands at the left of its own mark's cards, or at its share of the gap that holds day 0. */
function dueLine(marks: readonly Mark[], gaps: readonly Gap[]): number {
  const own = marks.find((mark) => mark.day === 0);
  if (own) return own.x - CARD_WIDTH / 2 - 18;
  const before = marks.findLast((mark) => mark.day < 0);
  const after = marks.find((mark) => mark.day > 0);
  // Between the cards on both sides, so that the line crosses none where there is room.
  if (before && after) return Math.max(before.x + SNAP + 12, Math.min(after.x - SNAP - 12, (before.x + after.x) / 2));
  const gap = gaps.find((candidate) => candidate.from <= 0 && candidate.to >= 0);
  if (gap) return xInGap(gap, 0);
  return after ? 30 : (before?.x ?? 0) + CARD_WIDTH;
}

/** Centre of a day inside a gap. */
export function xInGap(gap: Gap, day: number): number {
  const count = gap.to - gap.from + 1;
  return gap.x + ((day - gap.from + 0.5) / count) * gap.width;
}

/** The free stretch between two cards of a track, when no other day is marked inside: it stands for all the days between them. */
function stretchAt(layout: RulerLayout, x: number, trackId: string): Gap | undefined {
  let before: PlacedStep | undefined;
  let after: PlacedStep | undefined;
  for (const placed of layout.steps) {
    if (placed.trackId !== trackId) continue;
    if (placed.x + CARD_WIDTH < x) before = placed;
    else if (placed.x > x) {
      after = placed;
      break;
    }
  }
  if (!before || !after || after.step.day - before.step.day < 2) return undefined;
  const { day: from } = before.step;
  const { day: to } = after.step;
  if (layout.marks.some((mark) => mark.day > from && mark.day < to)) return undefined;
  return { x: before.x + CARD_WIDTH, width: after.x - before.x - CARD_WIDTH, from: from + 1, to: to - 1 };
}

/** The day under a position: that of the card there, of the mark nearby, or the one at that share of the wait between two. */
export function dayAt(layout: RulerLayout, x: number, trackId: string): number {
  const card = layout.steps.find((placed) => placed.trackId === trackId && x >= placed.x && x <= placed.x + CARD_WIDTH);
  if (card) return card.step.day;
  const stretch = stretchAt(layout, x, trackId);
  if (stretch) return dayInGap(stretch, x);
  let nearest: Mark | undefined;
  for (const mark of layout.marks) if (!nearest || Math.abs(mark.x - x) < Math.abs(nearest.x - x)) nearest = mark;
  if (!nearest) return dayInGap(layout.gaps[0]!, x);
  if (Math.abs(nearest.x - x) <= SNAP) return nearest.day;
  const gap = layout.gaps.find((candidate) => x >= candidate.x && x <= candidate.x + candidate.width);
  if (!gap) return x < nearest.x ? layout.gaps[0]!.from : layout.gaps.at(-1)!.to;
  return gap.to < gap.from ? nearest.day : dayInGap(gap, x);
}

/** Where a drop on that day is shown: its place on the ruler, or in the narrow stretch between two cards. */
export function landingOf(layout: RulerLayout, trackId: string, day: number): { x: number; room: number } {
  const steps = layout.steps.filter((placed) => placed.trackId === trackId);
  const own = steps.find((placed) => placed.step.day === day);
  if (own) return { x: own.x + CARD_WIDTH / 2, room: CARD_WIDTH };
  const before = steps.findLast((placed) => placed.step.day < day);
  const after = steps.find((placed) => placed.step.day > day);
  const left = before ? before.x + CARD_WIDTH : -Infinity;
  const right = after ? after.x : Infinity;
  const middle = before && after ? stretchAt(layout, (left + right) / 2, trackId) : undefined;
  const x = middle ? xInGap(middle, day) : Math.max(left, Math.min(right, xOfDay(layout, day)));
  return { x, room: Math.min(CARD_WIDTH, right - left) };
}

function dayInGap(gap: Gap, x: number): number {
  const count = gap.to - gap.from + 1;
  return gap.from + Math.max(0, Math.min(count - 1, Math.floor(((x - gap.x) / gap.width) * count)));
}

/** Where a day is drawn: at its mark or at its place in a gap. */
export function xOfDay(layout: RulerLayout, day: number): number {
  const mark = layout.marks.find((candidate) => candidate.day === day);
  if (mark) return mark.x;
  const gap = layout.gaps.find((candidate) => candidate.from <= day && candidate.to >= day);
  return gap ? xInGap(gap, day) : day < 0 ? 0 : layout.width;
}

export function laneAt(layout: RulerLayout, y: number): Lane | undefined {
  return layout.lanes.find((lane, index) => {
    const top = index === 0 ? -Infinity : lane.y - LANE_GAP / 2;
    const bottom = index === layout.lanes.length - 1 ? Infinity : lane.y + lane.height + LANE_GAP / 2;
    return y >= top && y < bottom;
  });
}

/** Between which blocks of a card a vertical position falls. */
export function insertionIndex(placed: PlacedStep, y: number): number {
  const inside = y - placed.y - CARD_HEAD - CARD_PAD;
  return Math.max(0, Math.min(placed.step.blocks.length, Math.round(inside / (BLOCK_HEIGHT + BLOCK_GAP))));
}

export function insertionY(placed: PlacedStep, index: number): number {
  return placed.y + CARD_HEAD + CARD_PAD + index * (BLOCK_HEIGHT + BLOCK_GAP) - BLOCK_GAP / 2;
}

/** What the "+" after a step offers: the middle of the wait until the track's next step, or a usual distance after the last. */
export function dayAfter(day: number, nextInTrack: number | undefined): number {
  if (nextInTrack !== undefined) return nextInTrack - day <= 1 ? day : Math.round((day + nextInTrack) / 2);
  if (day < 0) return 1;
  return day + (day < 10 ? 5 : 15);
}

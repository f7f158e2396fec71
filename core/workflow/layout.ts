import { ownValue } from '../json/own-value.ts';
import type { CadenceDocument, EventKind } from '../cadence/document.ts';
import { EVENT_KINDS, INBOUND_EVENT_KINDS } from '../cadence/document.ts';
import { blockPart } from '../cadence/n8n-parts.ts';
import { noteRole, ROLES, trackRole } from './names.ts';

/**
 * n8n's canvas: grid 16, a node 96 × 96 and 32 higher for every output beyond two. Its own step is 224 by 192, too close for nodes whose
 * outputs have names to the right of them and whose names take two lines under them.
 */
const COLUMN = 288;
const ROW = 224;
const NODE = 96;
const nodeHeight = (outputs: number): number => NODE + Math.max(0, outputs - 2) * 32;
/** The name and subtitle under a node, and the names of its outputs beside it. */
const CAPTION = 96;
const OUTPUT_NAMES = 96;
const MARGIN = 64;
const HEADER_HEIGHT = 240;

export interface NoteBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WorkflowLayout {
  /** Top left corner by part. */
  readonly positions: ReadonlyMap<string, [number, number]>;
  readonly notes: ReadonlyMap<string, NoteBox>;
}

export function reactionsOf(document: CadenceDocument): EventKind[] {
  return EVENT_KINDS.filter((event) => document.events[event].length > 0);
}

/**
 * The trigger's outputs in order: those chosen in n8n first (some may have no block yet), then every other event with a reaction.
 * The trigger takes in and records every event, also those that have no output.
 */
export function triggerEvents(document: CadenceDocument): EventKind[] {
  const chosen = ownValue(document.n8n.nodes, ROLES.trigger)?.parameters?.['events'];
  const kept = Array.isArray(chosen) ? INBOUND_EVENT_KINDS.filter((event) => chosen.includes(event)).sort((a, b) => chosen.indexOf(a) - chosen.indexOf(b)) : [];
  return [...kept, ...INBOUND_EVENT_KINDS.filter((event) => document.events[event].length > 0 && !kept.includes(event))];
}

/** The lookup's outputs: today's cases, those with a problem, those with a bureau entry to be removed. */
export const REMOVAL_OUTPUT = 2;

/** Every router has, after its steps, "Nada hoje" and then the output of agreements' instalments. */
export const installmentOutput = (steps: number): number => steps + 1;

/**
 * Every step is a row, every block a column; tracks stand one under the other, reactions below them,
 * and a sticky note frames each group whole, so that "Tidy up" moves it along.
 */
export function layoutOf(document: CadenceDocument): WorkflowLayout {
  const positions = new Map<string, [number, number]>();
  const notes = new Map<string, NoteBox>();
  let y = 0;
  const blocksX = 4 * COLUMN;
  const widest = Math.max(
    1,
    ...document.tracks.flatMap((track) => track.steps.map((step) => step.blocks.length)),
    ...EVENT_KINDS.map((event) => document.events[event].length),
  );
  const groupWidth = (columns: number): number => columns * COLUMN - (COLUMN - NODE) + 2 * MARGIN + OUTPUT_NAMES;

  for (const track of document.tracks) {
    const rows = Math.max(1, track.steps.length);
    positions.set(trackRole(track.id), [3 * COLUMN, y]);
    for (const [row, step] of track.steps.entries()) {
      for (const [column, block] of step.blocks.entries()) positions.set(blockPart(block.id), [blocksX + column * COLUMN, y + row * ROW]);
    }
    // "Nada hoje" and the instalments are two outputs more.
    const height = Math.max((rows - 1) * ROW + NODE, nodeHeight(track.steps.length + 2));
    notes.set(noteRole(track.id), { x: 3 * COLUMN - MARGIN, y: y - 2 * MARGIN, width: groupWidth(widest + 1), height: height + 2 * MARGIN + CAPTION + 32 });
    y += height + 3 * MARGIN + CAPTION + 64;
    y = Math.ceil(y / 16) * 16;
  }

  const triggered = triggerEvents(document);
  const reactions: EventKind[] = document.events.installment.length > 0 ? [...triggered, 'installment'] : triggered;
  positions.set(ROLES.trigger, [3 * COLUMN, y]);
  for (const [row, event] of reactions.entries()) {
    for (const [column, block] of document.events[event].entries()) positions.set(blockPart(block.id), [blocksX + column * COLUMN, y + row * ROW]);
  }
  const reactionsHeight = Math.max((Math.max(1, reactions.length) - 1) * ROW + NODE, nodeHeight(triggered.length));
  notes.set(noteRole('events'), {
    x: 3 * COLUMN - MARGIN,
    y: y - 2 * MARGIN,
    width: groupWidth(widest + 1),
    height: reactionsHeight + 2 * MARGIN + CAPTION + 32,
  });

  positions.set(ROLES.schedule, [0, 0]);
  positions.set(ROLES.manual, [0, ROW]);
  positions.set(ROLES.lookup, [COLUMN, 0]);
  positions.set(ROLES.tier, [2 * COLUMN, 0]);
  // Below the tiers, which have an output each and one for who has a problem.
  const removalY = nodeHeight(document.tiers.length + 1) + 2 * MARGIN;
  positions.set(ROLES.removal, [2 * COLUMN, removalY]);
  notes.set(noteRole('start'), { x: -MARGIN, y: -2 * MARGIN, width: 3 * COLUMN - MARGIN / 2, height: removalY + nodeHeight(3) + 2 * MARGIN + CAPTION + 32 });
  notes.set(noteRole('about'), { x: -MARGIN, y: -2 * MARGIN - HEADER_HEIGHT - 32, width: 3 * COLUMN, height: HEADER_HEIGHT });
  return { positions, notes };
}

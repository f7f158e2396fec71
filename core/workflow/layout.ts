import type { CadenceDocument, EventKind } from '../cadence/document.ts';
import { EVENT_KINDS, INBOUND_EVENT_KINDS } from '../cadence/document.ts';
import { noteRole, ROLES, trackRole } from './names.ts';

/** n8n's canvas: grid 16, a node 96 × 96; one column is 224, one row 192. */
const COLUMN = 224;
const ROW = 192;
const NODE = 96;
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

/** The trigger's outputs in order: those chosen in n8n first (some may have no block yet), then every other event with a reaction. */
export function triggerEvents(document: CadenceDocument): EventKind[] {
  const chosen = document.n8n.nodes[ROLES.trigger]?.parameters?.['events'];
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
  const groupWidth = (columns: number): number => columns * COLUMN - (COLUMN - NODE) + 2 * MARGIN;

  // The name and subtitle under the last row's nodes, which grow with their outputs.
  const below = 96;
  for (const track of document.tracks) {
    const rows = Math.max(1, track.steps.length);
    positions.set(trackRole(track.id), [3 * COLUMN, y]);
    for (const [row, step] of track.steps.entries()) {
      for (const [column, block] of step.blocks.entries()) positions.set(block.id, [blocksX + column * COLUMN, y + row * ROW]);
    }
    // The router grows by 32 for every output beyond two; "Nada hoje" and the instalments are two.
    const height = Math.max((rows - 1) * ROW + NODE, NODE + track.steps.length * 32);
    notes.set(noteRole(track.id), { x: 3 * COLUMN - MARGIN, y: y - 2 * MARGIN, width: groupWidth(widest + 1), height: height + 2 * MARGIN + below + 32 });
    y += height + 3 * MARGIN + below + 64;
    y = Math.ceil(y / 16) * 16;
  }

  const triggered = triggerEvents(document);
  const reactions: EventKind[] = document.events.installment.length > 0 ? [...triggered, 'installment'] : triggered;
  if (reactions.length > 0) {
    if (triggered.length > 0) positions.set(ROLES.trigger, [3 * COLUMN, y]);
    for (const [row, event] of reactions.entries()) {
      for (const [column, block] of document.events[event].entries()) positions.set(block.id, [blocksX + column * COLUMN, y + row * ROW]);
    }
    const height = Math.max((reactions.length - 1) * ROW + NODE, NODE + Math.max(0, triggered.length - 2) * 32);
    notes.set(noteRole('events'), { x: 3 * COLUMN - MARGIN, y: y - 2 * MARGIN, width: groupWidth(widest + 1), height: height + 2 * MARGIN + below + 32 });
  }

  positions.set(ROLES.schedule, [0, 0]);
  positions.set(ROLES.manual, [0, ROW]);
  positions.set(ROLES.lookup, [COLUMN, 0]);
  positions.set(ROLES.tier, [2 * COLUMN, 0]);
  positions.set(ROLES.removal, [2 * COLUMN, ROW]);
  notes.set(noteRole('start'), { x: -MARGIN, y: -2 * MARGIN, width: groupWidth(3), height: ROW + NODE + 2 * MARGIN + below + 32 });
  notes.set(noteRole('about'), { x: -MARGIN, y: -2 * MARGIN - HEADER_HEIGHT - 32, width: 3 * COLUMN, height: HEADER_HEIGHT });
  return { positions, notes };
}

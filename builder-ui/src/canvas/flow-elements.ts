import type { Edge, Node, NodeHandle } from '@xyflow/react';
import { Position } from '@xyflow/react';
import type { Step } from '../../../core/cadence/document.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { CARD_WIDTH, LINE_Y } from './geometry.ts';
import type { RulerLayout } from './layout.ts';

export type StepNode = Node<{ readonly step: Step; readonly trackId: string; readonly nextDay: number }, 'step'>;
export type FlowLine = Edge<{ readonly fromDay: number; readonly toDay: number }, 'line'>;

const HANDLES: NodeHandle[] = [
  { type: 'target', position: Position.Left, x: 0, y: LINE_Y, width: 1, height: 1 },
  { type: 'source', position: Position.Right, x: CARD_WIDTH, y: LINE_Y, width: 1, height: 1 },
];

/**
 * React Flow's nodes out of the layout. A node that is where it was, with what it had, stays the same object:
 * an edit to one step then renders one card.
 */
export function stepNodes(layout: RulerLayout, nextDays: ReadonlyMap<string, number>, earlier: ReadonlyMap<string, StepNode>): Map<string, StepNode> {
  const nodes = new Map<string, StepNode>();
  const ordered = [...layout.steps].sort((a, b) => a.step.day - b.step.day || a.y - b.y);
  for (const { step, trackId, x, y, height } of ordered) {
    const before = earlier.get(step.id);
    const nextDay = nextDays.get(step.id) ?? step.day + 1;
    if (
      before &&
      before.data.step === step &&
      before.data.trackId === trackId &&
      before.data.nextDay === nextDay &&
      before.position.x === x &&
      before.position.y === y
    ) {
      nodes.set(step.id, before);
      continue;
    }
    nodes.set(step.id, {
      id: step.id,
      type: 'step',
      position: { x, y },
      data: { step, trackId, nextDay },
      width: CARD_WIDTH,
      height,
      measured: { width: CARD_WIDTH, height },
      handles: HANDLES,
      draggable: false,
      connectable: false,
      focusable: false,
      deletable: false,
      // The card inside is the group with a name; React Flow's wrapper says nothing of its own.
      domAttributes: { role: 'presentation', 'aria-roledescription': undefined } as NonNullable<StepNode['domAttributes']>,
    });
  }
  return nodes;
}

export function flowLines(document: CadenceDocument, earlier: ReadonlyMap<string, FlowLine>): Map<string, FlowLine> {
  const lines = new Map<string, FlowLine>();
  for (const track of document.tracks) {
    for (const [index, step] of track.steps.entries()) {
      const next = track.steps[index + 1];
      if (!next) continue;
      const id = `${step.id}>${next.id}`;
      const before = earlier.get(id);
      lines.set(
        id,
        before && before.data!.fromDay === step.day && before.data!.toDay === next.day
          ? before
          : {
              id,
              source: step.id,
              target: next.id,
              type: 'line',
              data: { fromDay: step.day, toDay: next.day },
              focusable: false,
              selectable: false,
              deletable: false,
              domAttributes: { 'aria-hidden': true },
            },
      );
    }
  }
  return lines;
}

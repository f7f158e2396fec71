import type { Block } from '../../../core/cadence/blocks.ts';
import { EVENT_KINDS, type CadenceDocument, type EventKind, type Step, type Track } from '../../../core/cadence/document.ts';

export type Item =
  | { readonly type: 'track'; readonly id: string; readonly track: Track }
  | { readonly type: 'step'; readonly id: string; readonly track: Track; readonly step: Step }
  | { readonly type: 'block'; readonly id: string; readonly track: Track; readonly step: Step; readonly block: Block; readonly index: number }
  | { readonly type: 'reaction'; readonly id: string; readonly event: EventKind; readonly block: Block; readonly index: number };

const indexes = new WeakMap<CadenceDocument, Map<string, Item>>();

/** Every step, block and track of the document by id; built once per document. */
export function itemsOf(document: CadenceDocument): Map<string, Item> {
  const known = indexes.get(document);
  if (known) return known;
  const items = new Map<string, Item>();
  for (const track of document.tracks) {
    items.set(track.id, { type: 'track', id: track.id, track });
    for (const step of track.steps) {
      items.set(step.id, { type: 'step', id: step.id, track, step });
      for (const [index, block] of step.blocks.entries()) items.set(block.id, { type: 'block', id: block.id, track, step, block, index });
    }
  }
  for (const event of EVENT_KINDS) {
    for (const [index, block] of document.events[event].entries()) items.set(block.id, { type: 'reaction', id: block.id, event, block, index });
  }
  indexes.set(document, items);
  return items;
}

export function itemOf(document: CadenceDocument, id: string | null | undefined): Item | undefined {
  return id == null ? undefined : itemsOf(document).get(id);
}

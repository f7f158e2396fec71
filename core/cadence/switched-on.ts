import type { Block } from './blocks.ts';
import { EVENT_KINDS, type CadenceDocument } from './document.ts';

/** Of these blocks, those that n8n carries out: a node that is switched off hands its items on untouched. */
export function switchedOn(blocks: readonly Block[]): readonly Block[] {
  return blocks.some((block) => block.disabled) ? blocks.filter((block) => !block.disabled) : blocks;
}

/** The cadence as it runs: without the blocks that are switched off. The very same document when all are on. */
export function asItRuns(document: CadenceDocument): CadenceDocument {
  const chains = [...document.tracks.flatMap((track) => track.steps.map((step) => step.blocks)), ...EVENT_KINDS.map((event) => document.events[event])];
  if (chains.every((blocks) => switchedOn(blocks) === blocks)) return document;
  const events = { ...document.events };
  for (const event of EVENT_KINDS) events[event] = [...switchedOn(events[event])];
  return {
    ...document,
    tracks: document.tracks.map((track) => ({ ...track, steps: track.steps.map((step) => ({ ...step, blocks: [...switchedOn(step.blocks)] })) })),
    events,
  };
}

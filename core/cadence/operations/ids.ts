import type { CadenceDocument } from '../document.ts';
import { placedBlocks } from '../document.ts';

/** Every id of the document: tiers, tracks, steps, blocks and offer policies share one space. */
export function idsOf(document: CadenceDocument): Set<string> {
  const ids = new Set<string>();
  for (const tier of document.tiers) ids.add(tier.id);
  for (const policy of document.policies.offers) ids.add(policy.id);
  for (const track of document.tracks) {
    ids.add(track.id);
    for (const step of track.steps) ids.add(step.id);
  }
  for (const { block } of placedBlocks(document)) ids.add(block.id);
  return ids;
}

/** The first unused `prefix-N`: deterministic, so that the core needs no randomness. */
export function freshId(taken: CadenceDocument | ReadonlySet<string>, prefix: string): string {
  const ids = taken instanceof Set ? (taken as ReadonlySet<string>) : idsOf(taken as CadenceDocument);
  for (let n = 1; ; n++) {
    const id = `${prefix}-${n}`;
    if (!ids.has(id)) return id;
  }
}

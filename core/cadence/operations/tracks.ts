import { ReguaError } from '../../errors.ts';
import type { CadenceDocument, Track } from '../document.ts';
import { freshId, idsOf } from './ids.ts';
import { indexOfId, insertAt, moveById, removeById, replaceById } from './lists.ts';
import type { OperationOf } from './operation.ts';

/** A tier is served by one track: naming it in one takes it from the others. */
function claimTiers(document: CadenceDocument, owner: string, tierIds: readonly string[]): CadenceDocument {
  if (tierIds.length === 0) return document;
  const tracks = document.tracks.map((track) =>
    track.id !== owner && track.tierIds.some((id) => tierIds.includes(id)) ? { ...track, tierIds: track.tierIds.filter((id) => !tierIds.includes(id)) } : track,
  );
  return { ...document, tracks };
}

export function addTrack(document: CadenceDocument, { track, index }: OperationOf<'addTrack'>): CadenceDocument {
  return claimTiers({ ...document, tracks: insertAt(document.tracks, track, index) }, track.id, track.tierIds);
}

export function updateTrack(document: CadenceDocument, { trackId, patch }: OperationOf<'updateTrack'>): CadenceDocument {
  const changed = { ...document, tracks: replaceById(document.tracks, trackId, (track) => ({ ...track, ...patch })) };
  return claimTiers(changed, trackId, patch.tierIds ?? []);
}

export function moveTrack(document: CadenceDocument, { trackId, index }: OperationOf<'moveTrack'>): CadenceDocument {
  return { ...document, tracks: moveById(document.tracks, trackId, index) };
}

export function removeTrack(document: CadenceDocument, { trackId }: OperationOf<'removeTrack'>): CadenceDocument {
  if (document.tracks.length === 1) throw new ReguaError('operation.last-track', 'A régua precisa de pelo menos uma trilha. Crie outra antes de apagar esta.');
  return { ...document, tracks: removeById(document.tracks, trackId) };
}

export function splitTrack(document: CadenceDocument, { trackId, name, tierIds }: OperationOf<'splitTrack'>): CadenceDocument {
  const index = indexOfId(document.tracks, trackId);
  const copy = copyTrack(document, document.tracks[index]!, name, tierIds);
  return addTrack(document, { kind: 'addTrack', track: copy, index: index + 1 });
}

/** The same steps and blocks under fresh ids: what was done in the old track is not confused with the new one's. */
export function copyTrack(document: CadenceDocument, track: Track, name: string, tierIds: readonly string[]): Track {
  const ids = idsOf(document);
  const take = (prefix: string): string => {
    const id = freshId(ids, prefix);
    ids.add(id);
    return id;
  };
  return {
    id: take('track'),
    name,
    tierIds: [...tierIds],
    steps: track.steps.map((step) => ({ ...step, id: take('step'), blocks: step.blocks.map((block) => ({ ...block, id: take('block') })) })),
  };
}

import type { CadenceDocument } from '../document.ts';
import { ReguaError } from '../../errors.ts';
import { insertAt, moveById, removeById, replaceById } from './lists.ts';
import type { OperationOf } from './operation.ts';

export function addTier(document: CadenceDocument, { tier, index }: OperationOf<'addTier'>): CadenceDocument {
  return { ...document, tiers: insertAt(document.tiers, tier, index) };
}

export function updateTier(document: CadenceDocument, { tierId, patch }: OperationOf<'updateTier'>): CadenceDocument {
  return { ...document, tiers: replaceById(document.tiers, tierId, (tier) => ({ ...tier, ...patch })) };
}

export function moveTier(document: CadenceDocument, { tierId, index }: OperationOf<'moveTier'>): CadenceDocument {
  return { ...document, tiers: moveById(document.tiers, tierId, index) };
}

/** The tier's name goes from every track and offer policy that named it. */
export function removeTier(document: CadenceDocument, { tierId }: OperationOf<'removeTier'>): CadenceDocument {
  if (document.tiers.length === 1)
    throw new ReguaError('operation.last-tier', 'A régua precisa de pelo menos uma faixa de cliente. Crie outra antes de apagar esta.');
  const without = (ids: string[]): string[] => (ids.includes(tierId) ? ids.filter((id) => id !== tierId) : ids);
  return {
    ...document,
    tiers: removeById(document.tiers, tierId),
    tracks: document.tracks.map((track) => (track.tierIds.includes(tierId) ? { ...track, tierIds: without(track.tierIds) } : track)),
    policies: { ...document.policies, offers: document.policies.offers.map((offer) => ({ ...offer, tierIds: without(offer.tierIds) })) },
  };
}

import type { Block } from '../blocks.ts';
import type { CadenceDocument, EventKind, Step, Track } from '../document.ts';
import type { Creditor, Policies, Tier } from '../policies.ts';

/** Where a block stands or goes: a cell of the ruler (a step is made when the day has none), or an event's reaction. */
export type Place = { readonly trackId: string; readonly day: number } | { readonly event: EventKind };

/**
 * Every edit of a cadence, as data: what the designer sends, the importer replays and the tests generate.
 * Ids are arguments (see `freshId`), so that applying the same operation to the same document always gives the same result.
 */
export type CadenceOperation =
  | { readonly kind: 'describe'; readonly name?: string; readonly description?: string; readonly scheduleAt?: string }
  | { readonly kind: 'setCreditor'; readonly patch: Partial<Creditor> }
  | { readonly kind: 'setPolicies'; readonly patch: Partial<Policies> }
  | { readonly kind: 'addTier'; readonly tier: Tier; readonly index?: number }
  | { readonly kind: 'updateTier'; readonly tierId: string; readonly patch: Partial<Omit<Tier, 'id'>> }
  | { readonly kind: 'moveTier'; readonly tierId: string; readonly index: number }
  | { readonly kind: 'removeTier'; readonly tierId: string }
  | { readonly kind: 'addTrack'; readonly track: Track; readonly index?: number }
  | { readonly kind: 'updateTrack'; readonly trackId: string; readonly patch: Partial<Pick<Track, 'name' | 'tierIds'>> }
  | { readonly kind: 'moveTrack'; readonly trackId: string; readonly index: number }
  | { readonly kind: 'removeTrack'; readonly trackId: string }
  /** Copies a track with fresh ids and hands it some of the tiers, so that they can be treated differently from here on. */
  | { readonly kind: 'splitTrack'; readonly trackId: string; readonly name: string; readonly tierIds: readonly string[] }
  | { readonly kind: 'addStep'; readonly trackId: string; readonly step: Step }
  | { readonly kind: 'renameStep'; readonly stepId: string; readonly name: string }
  /** Onto a day that has a step, the blocks join that step. */
  | { readonly kind: 'moveStep'; readonly stepId: string; readonly trackId: string; readonly day: number }
  | { readonly kind: 'removeStep'; readonly stepId: string }
  | { readonly kind: 'addBlock'; readonly place: Place; readonly index?: number; readonly block: Block; readonly stepName?: string }
  | { readonly kind: 'updateBlock'; readonly block: Block }
  /** Off: its node stays in n8n and does nothing. */
  | { readonly kind: 'switchBlock'; readonly blockId: string; readonly on: boolean }
  /** The same for a node that is no block, such as the trigger or a track's router. */
  | { readonly kind: 'switchPart'; readonly part: string; readonly on: boolean }
  /** A step left without blocks goes away. */
  | { readonly kind: 'moveBlock'; readonly blockId: string; readonly place: Place; readonly index?: number }
  | { readonly kind: 'removeBlock'; readonly blockId: string }
  | { readonly kind: 'replaceDocument'; readonly document: CadenceDocument; readonly label: string }
  | { readonly kind: 'batch'; readonly label: string; readonly operations: readonly CadenceOperation[] };

export type OperationKind = CadenceOperation['kind'];
export type OperationOf<K extends OperationKind> = Extract<CadenceOperation, { kind: K }>;

import type { CadenceDocument } from '../cadence/document.ts';
import { blockPart } from '../cadence/n8n-parts.ts';
import { ordersOf, takeApart } from './take-apart.ts';
import { branchAt, isBranch, sameTree, treeAt, withTree, type Branch, type Path, type Tree } from './tree.ts';

export type Side = 'mine' | 'theirs';
export const otherSide = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine');

/** One of the documents taken apart, with the order of each of its lists. */
export interface Version {
  readonly tree: Branch;
  readonly orders: ReadonlyMap<string, readonly string[]>;
}

export interface Versions {
  readonly base: Version;
  readonly mine: Version;
  readonly theirs: Version;
}

export const versionOf = (document: CadenceDocument): Version => ({ tree: takeApart(document), orders: ordersOf(document) });

/** `versions` with one place of one of them changed. */
export function withPlace(versions: Versions, which: keyof Versions, path: Path, value: Tree): Versions {
  return { ...versions, [which]: { ...versions[which], tree: withTree(versions[which].tree, path, value) } };
}

/** Stands for a value nobody knows: it equals none, so that whatever differs is a conflict. */
const UNKNOWN = Symbol('unknown');

/**
 * A base for two documents of which no earlier version is known: what they agree on. What belongs to n8n is taken to be as `mine` has it,
 * so that n8n's own wins.
 */
export function agreement(mine: Version, theirs: Version): Version {
  const agreed = agreedTree(mine.tree, theirs.tree, []) as Branch;
  const blocks = treeAt(theirs.tree, ['blocks']) as Branch;
  const mineOnly = [...(treeAt(mine.tree, ['blocks']) as Branch).keys()].filter((id) => !blocks.has(id));
  const n8n = mineOnly.reduce((tree, id) => withTree(tree, ['nodes', blockPart(id)], undefined), treeAt(mine.tree, ['n8n']) as Branch);
  return { tree: withTree(agreed, ['n8n'], n8n), orders: new Map() };
}

function agreedTree(mine: Tree, theirs: Tree, path: Path): Tree {
  if (sameTree(mine, theirs)) return mine;
  if (belongsToN8n(path) && mine !== undefined && theirs !== undefined) return mine;
  if (!isBranch(mine) || !isBranch(theirs)) return UNKNOWN;
  return new Map([...new Set([...mine.keys(), ...theirs.keys()])].map((key) => [key, agreedTree(mine.get(key), theirs.get(key), [...path, key])]));
}

/** What n8n's user sets there and the designer does not edit: node names, positions, credentials, foreign nodes, settings. */
export function belongsToN8n(path: Path): boolean {
  return path[0] === 'n8n' || (path[0] === 'blocks' && path[2] === 'body' && path[3] === 'node');
}

/** Whether a node is switched on: the one thing about a node of the workflow's frame that the designer sets too. */
const SWITCH = ['fields', 'disabled'] as const;

/**
 * What the designer has of n8n's is what it was given at the last publication: its part of n8n is the base's, but for the blocks that are new
 * and for what is switched off.
 */
export function followN8n(versions: Versions): Versions {
  const { base, mine } = versions;
  const blocks = branchAt(base.tree, 'blocks');
  const own = branchAt(mine.tree, 'blocks');
  const nodes = branchAt(mine.tree, 'n8n', 'nodes');
  let n8n = branchAt(base.tree, 'n8n');
  for (const id of own.keys()) if (!blocks.has(id) && nodes.has(blockPart(id))) n8n = withTree(n8n, ['nodes', blockPart(id)], nodes.get(blockPart(id)));
  for (const part of new Set([...nodes.keys(), ...branchAt(n8n, 'nodes').keys()])) {
    const off = treeAt(nodes, [part, ...SWITCH]);
    if (off !== treeAt(n8n, ['nodes', part, ...SWITCH])) n8n = withTree(n8n, ['nodes', part, ...SWITCH], off);
  }
  const orders = new Map(mine.orders);
  for (const list of ['loose', 'links', 'cut', 'absent']) orders.set(list, base.orders.get(list) ?? []);
  return { ...versions, mine: { tree: withTree(mine.tree, ['n8n'], n8n), orders } };
}

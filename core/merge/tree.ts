import { sameJson } from '../json/same-json.ts';

/**
 * A document taken apart for merging: a Map is merged key by key, anything else is one value that changes as a whole.
 * Maps, because their keys are names from outside.
 */
export type Tree = Branch | Leaf;
export type Branch = ReadonlyMap<string, Tree>;
/** JSON, or `undefined` where nothing is. */
export type Leaf = unknown;
export type Path = readonly string[];

export const EMPTY: Branch = new Map();

export const isBranch = (tree: Tree): tree is Branch => tree instanceof Map;

/** The branch at `key`; an empty one where there is none. */
export function branchAt(tree: Tree, ...path: Path): Branch {
  const found = treeAt(tree, path);
  return isBranch(found) ? found : EMPTY;
}

export function treeAt(tree: Tree, path: Path): Tree {
  let here = tree;
  for (const key of path) here = isBranch(here) ? here.get(key) : undefined;
  return here;
}

export function sameTree(a: Tree, b: Tree): boolean {
  if (!isBranch(a) || !isBranch(b)) return !isBranch(a) && !isBranch(b) && sameJson(a, b);
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !sameTree(value, b.get(key))) return false;
  return true;
}

/** `tree` with `value` at `path`; `undefined` takes away what is there. Shares what does not change. */
export function withTree(tree: Branch, [key, ...rest]: Path, value: Tree): Branch {
  const copy = new Map(tree);
  const inner = rest.length === 0 ? value : withTree(branchAt(tree, key!), rest, value);
  if (inner === undefined) copy.delete(key!);
  else copy.set(key!, inner);
  return copy;
}

/** Plain objects become branches all the way down; lists stay whole, because their order means something. */
export function treeOfObject(value: object): Branch {
  return new Map(
    Object.entries(value).flatMap(([key, inner]): [string, Tree][] =>
      inner === undefined ? [] : [[key, typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? treeOfObject(inner as object) : inner]],
    ),
  );
}

/** The inverse of {@link treeOfObject}. Every key becomes the object's own, also one called `__proto__`. */
export function objectOfTree(branch: Branch): Record<string, unknown> {
  return Object.fromEntries([...branch].map(([key, value]) => [key, isBranch(value) ? objectOfTree(value) : value]));
}

/** One level only: what stands under each key is one value. */
export const shallow = (value: object): Branch => new Map(Object.entries(value).filter(([, inner]) => inner !== undefined));

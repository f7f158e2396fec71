import type { Referee } from './referee.ts';
import { EMPTY, isBranch, sameTree, type Branch, type Path, type Tree } from './tree.ts';

/** Key by key: what one side changed is taken, what both changed alike too, and the referee settles the rest. */
export function mergeTrees(base: Tree, mine: Tree, theirs: Tree, referee: Referee, path: Path = []): Tree {
  if (sameTree(mine, theirs)) return mine;
  if (sameTree(base, mine)) return theirs;
  if (sameTree(base, theirs)) return mine;
  const [m, t] = isNodeOfN8n(path) ? [mine ?? EMPTY, theirs ?? EMPTY] : [mine, theirs];
  if (!isBranch(m) || !isBranch(t) || isOtherKind(path, m, t)) return referee.settle(path, mine, theirs) === 'mine' ? mine : theirs;
  const b: Branch = isBranch(base) ? base : EMPTY;
  const merged = new Map<string, Tree>();
  for (const key of new Set([...m.keys(), ...t.keys()])) {
    const value = mergeTrees(b.get(key), m.get(key), t.get(key), referee, [...path, key]);
    if (value !== undefined) merged.set(key, value);
  }
  return merged;
}

/** Nothing kept about a node is nothing different about it, not a deletion. */
const isNodeOfN8n = (path: Path): boolean => path[0] === 'n8n' && path[1] === 'nodes' && path.length >= 3;

/** Bodies of blocks of two kinds have no field in common that means the same. */
const isOtherKind = (path: Path, mine: Branch, theirs: Branch): boolean =>
  path.length === 3 && path[0] === 'blocks' && path[2] === 'body' && mine.get('kind') !== theirs.get('kind');

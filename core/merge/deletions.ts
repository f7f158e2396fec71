import { blockPart } from '../cadence/n8n-parts.ts';
import { trackRole } from '../workflow/names.ts';
import type { Referee } from './referee.ts';
import { placeOfStep } from './take-apart.ts';
import { branchAt, sameTree, treeAt, type Tree } from './tree.ts';
import { otherSide, withPlace, type Side, type Versions } from './versions.ts';

/** Kinds in the order in which a deletion takes its contents along. */
const KINDS = ['tracks', 'steps', 'blocks', 'tiers', 'offers'] as const;
type Kind = (typeof KINDS)[number];

interface Inside {
  readonly kind: Kind;
  readonly field: string;
  readonly valueOf: (id: string) => string;
}
const INSIDE: Partial<Record<Kind, Inside>> = {
  tracks: { kind: 'steps', field: 'track', valueOf: (id) => id },
  steps: { kind: 'blocks', field: 'place', valueOf: placeOfStep },
};

function insideOf(tree: Tree, kind: Kind, id: string): { readonly kind: Kind; readonly ids: readonly string[] } | undefined {
  const inside = INSIDE[kind];
  if (!inside) return undefined;
  const value = inside.valueOf(id);
  return { kind: inside.kind, ids: [...branchAt(tree, inside.kind)].flatMap(([child, fields]) => (treeAt(fields, [inside.field]) === value ? [child] : [])) };
}

const has = (tree: Tree, kind: Kind, id: string): boolean => branchAt(tree, kind).has(id);

/**
 * What one side deleted and the other changed, filled or began to use is a dispute about the whole of it: a step with its blocks is asked about
 * once. Afterwards both sides agree about it, as far as the merge is concerned.
 */
export function settleDeletions(start: Versions, referee: Referee): Versions {
  let versions = start;
  for (const kind of KINDS) {
    for (const id of branchAt(start.base.tree, kind).keys()) {
      const inMine = has(versions.mine.tree, kind, id);
      if (inMine === has(versions.theirs.tree, kind, id)) continue;
      const kept: Side = inMine ? 'mine' : 'theirs';
      if (!isTouched(versions, kept, kind, id)) continue;
      const chosen = referee.settle([kind, id], treeAt(versions.mine.tree, [kind, id]), treeAt(versions.theirs.tree, [kind, id]));
      versions = chosen === kept ? restore(versions, otherSide(kept), kind, id) : drop(versions, kept, kind, id);
    }
  }
  return versions;
}

function isTouched(versions: Versions, kept: Side, kind: Kind, id: string): boolean {
  const [base, there, gone] = [versions.base.tree, versions[kept].tree, versions[otherSide(kept)].tree];
  if (!sameTree(treeAt(there, [kind, id]), treeAt(base, [kind, id]))) return true;
  if (uses(there, kind, id).some((use) => !uses(base, kind, id).includes(use))) return true;
  const inside = insideOf(there, kind, id);
  if (!inside) return false;
  return inside.ids.some((child) => {
    const wasInside = insideOf(base, kind, id)!.ids.includes(child);
    // What the other side moved out before it deleted the rest lives on there.
    return has(gone, inside.kind, child) ? !wasInside : !wasInside || isTouched(versions, kept, inside.kind, child);
  });
}

/** Who refers to a tier or an offer policy, by block and offer id. */
function uses(tree: Tree, kind: Kind, id: string): string[] {
  const blocks = [...branchAt(tree, 'blocks')];
  if (kind === 'offers') return blocks.flatMap(([block, fields]) => (treeAt(fields, ['body', 'policyId']) === id ? [block] : []));
  if (kind !== 'tiers') return [];
  return [
    ...blocks.flatMap(([block, fields]) => ([...branchAt(fields, 'body', 'texts').values()].some((text) => treeAt(text, ['tierId']) === id) ? [block] : [])),
    ...[...branchAt(tree, 'offers')].flatMap(([offer, fields]) => ((treeAt(fields, ['tierIds']) as string[]).includes(id) ? [offer] : [])),
  ];
}

/** Puts back into the side that deleted it what the base had, so that the other side's changes are the only ones. */
function restore(versions: Versions, gone: Side, kind: Kind, id: string): Versions {
  const { base } = versions;
  let after = withPlace(versions, gone, [kind, id], treeAt(base.tree, [kind, id]));
  const part = kind === 'tracks' ? trackRole(id) : kind === 'blocks' ? blockPart(id) : id;
  for (const place of [
    ['n8n', 'nodes', part],
    ['n8n', 'absent', part],
  ])
    if (treeAt(after[gone].tree, place) === undefined) after = withPlace(after, gone, place, treeAt(base.tree, place));
  for (const kindOfLink of ['links', 'cut'] as const) {
    for (const [key, link] of branchAt(base.tree, 'n8n', kindOfLink)) {
      const ends = [(link as { from: object }).from, (link as { to: object }).to] as { part?: string }[];
      if (ends.some((end) => end.part === part)) after = withPlace(after, gone, ['n8n', kindOfLink, key], link);
    }
  }
  const inside = insideOf(versions[otherSide(gone)].tree, kind, id);
  for (const child of inside?.ids ?? [])
    if (!has(after[gone].tree, inside!.kind, child) && has(base.tree, inside!.kind, child)) after = restore(after, gone, inside!.kind, child);
  return after;
}

/** Deletes it on the side that kept it; what that side had moved in goes back to where the other side has it. */
function drop(versions: Versions, kept: Side, kind: Kind, id: string): Versions {
  const inside = insideOf(versions[kept].tree, kind, id);
  const gone = versions[otherSide(kept)].tree;
  let after = withPlace(versions, kept, [kind, id], undefined);
  for (const child of inside?.ids ?? []) {
    const { field } = INSIDE[kind]!;
    if (has(gone, inside!.kind, child))
      after = withPlace(
        after,
        kept,
        [inside!.kind, child, field],
        treeAt(versions.base.tree, [inside!.kind, child, field]) ?? treeAt(gone, [inside!.kind, child, field]),
      );
    else after = drop(after, kept, inside!.kind, child);
  }
  return after;
}

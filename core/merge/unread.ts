import { ROLES } from '../workflow/names.ts';
import type { Referee } from './referee.ts';
import { branchAt, sameTree, treeAt, type Branch, type Path } from './tree.ts';
import { otherSide, withPlace, type Side, type Version, type Versions } from './versions.ts';

interface Unread {
  readonly part: string;
  readonly parameter: string;
  /** What the document says instead while the parameter can't be read: defaults, which nobody chose. */
  readonly content: (tree: Branch) => readonly Path[];
  readonly orders: readonly string[];
}

const UNREAD: readonly Unread[] = [
  { part: ROLES.lookup, parameter: 'creditor', content: () => [['creditor']], orders: [] },
  { part: ROLES.lookup, parameter: 'frequency', content: () => [['policies', 'frequency']], orders: [] },
  {
    part: ROLES.lookup,
    parameter: 'policies',
    content: (tree) => [['offers'], ...[...branchAt(tree, 'policies').keys()].filter((key) => key !== 'frequency').map((key) => ['policies', key])],
    orders: ['offers', 'cityHolidays', 'windows.enforcedStates', 'vocabulary.blocked', 'vocabulary.allowed'],
  },
  { part: ROLES.tier, parameter: 'tiers', content: () => [['tiers'], ['n8n', 'links'], ['n8n', 'cut']], orders: ['tiers', 'links', 'cut'] },
  { part: ROLES.schedule, parameter: 'rule', content: () => [['schedule']], orders: [] },
];

/**
 * A parameter that could not be read is kept as it stands, and the defaults that took its place in the document are no change of anybody's.
 * When the other side changed the same content, it is asked which of the two counts.
 */
export function settleUnread(start: Versions, referee: Referee): Versions {
  let versions = start;
  for (const side of ['mine', 'theirs'] as const) {
    for (const unread of UNREAD) {
      const place = ['n8n', 'nodes', unread.part, 'parameters', unread.parameter];
      const raw = treeAt(versions[side].tree, place);
      if (raw === undefined || sameTree(raw, treeAt(versions.base.tree, place))) continue;
      const other = otherSide(side);
      const content = unread.content(versions.base.tree);
      const changed = content.some((path) => path[0] !== 'n8n' && !sameTree(treeAt(versions[other].tree, path), treeAt(versions.base.tree, path)));
      versions = fromBase(versions, side, content, unread.orders);
      if (!changed || treeAt(versions[other].tree, place) !== undefined) continue;
      const words = [treeAt(versions.mine.tree, place), treeAt(versions.theirs.tree, place)] as const;
      if (referee.settle(['unread', unread.part, unread.parameter], ...words) === other)
        versions = withPlace(versions, side, place, treeAt(versions.base.tree, place));
    }
  }
  return versions;
}

function fromBase(versions: Versions, side: Side, content: readonly Path[], lists: readonly string[]): Versions {
  const changed = content.reduce((all, path) => withPlace(all, side, path, treeAt(all.base.tree, path)), versions);
  const orders = new Map(changed[side].orders);
  for (const list of lists) orders.set(list, changed.base.orders.get(list) ?? []);
  const version: Version = { ...changed[side], orders };
  return { ...changed, [side]: version };
}

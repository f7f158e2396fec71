/** Where a list may stand in three versions; elements are keys, each at most once. */
export interface ThreeOrders {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

export interface MergedOrder {
  readonly order: readonly string[];
  /** Both sides put what they share in different orders, neither of them the base's. */
  readonly conflict: boolean;
}

/**
 * The order of `members`, which the merge has settled on. What both sides have keeps the order of the side that changed it;
 * what only one side has stands after what it stood after there. Swapping the sides gives the same, unless they conflict.
 * @param prefer whose order wins a conflict
 */
export function mergeOrder({ base, mine, theirs }: ThreeOrders, members: ReadonlySet<string>, prefer: 'mine' | 'theirs' = 'mine'): MergedOrder {
  const [m, t] = [mine, theirs].map((list) => list.filter((key) => members.has(key))) as [string[], string[]];
  const sharedByMine = common(m, t);
  const sharedByTheirs = common(t, m);
  const alike = sameList(sharedByMine, sharedByTheirs);
  const moved = (side: readonly string[]): boolean => !sameList(common(side, base), common(base, side));
  const [mineMoved, theirsMoved] = [moved(m), moved(t)];
  const conflict = !alike && mineMoved === theirsMoved;
  const backbone = alike || (conflict ? prefer === 'mine' : mineMoved) ? sharedByMine : sharedByTheirs;
  const order = weave(backbone, m, t);
  const placed = new Set(order);
  // What neither side has here any more was put back by a choice: it stands where the base had it, as near as can be.
  return { order: [...order, ...base.filter((key) => members.has(key) && !placed.has(key))], conflict };
}

const START: unique symbol = Symbol('start');
type Anchor = string | typeof START;

function weave(backbone: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const fixed = new Set(backbone);
  const [ofMine, ofTheirs] = [runsAfter(mine, fixed), runsAfter(theirs, fixed)];
  const after = (anchor: Anchor): string[] =>
    [ofMine.get(anchor), ofTheirs.get(anchor)]
      .filter((run) => run !== undefined)
      .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
      .flat();
  return [...after(START), ...backbone.flatMap((key) => [key, ...after(key)])];
}

/** What stands between the fixed elements, by the one before it. */
function runsAfter(list: readonly string[], fixed: ReadonlySet<string>): Map<Anchor, string[]> {
  const runs = new Map<Anchor, string[]>();
  let anchor: Anchor = START;
  for (const key of list) {
    if (fixed.has(key)) anchor = key;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), key]);
  }
  return runs;
}

function common(list: readonly string[], other: readonly string[]): string[] {
  const there = new Set(other);
  return list.filter((key) => there.has(key));
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, index) => key === b[index]);

import { sameJson } from '../json/same-json.ts';
import { compareCadences, type Difference, type DifferenceWords } from '../cadence/compare/index.ts';
import type { CadenceDocument } from '../cadence/document.ts';
import { conflictOf, type Conflict } from './conflict.ts';
import { settleDeletions } from './deletions.ts';
import { withFreshNotes } from './fresh-notes.ts';
import { mergeTrees } from './merge-trees.ts';
import { putTogether } from './put-together.ts';
import { Referee, type Choices } from './referee.ts';
import { separateIds } from './rename-ids.ts';
import type { Branch } from './tree.ts';
import { settleUnread } from './unread.ts';
import { agreement, followN8n, versionOf, type Side } from './versions.ts';
import { portugueseMergeWords, type MergeWords } from './words.ts';

export type { Conflict } from './conflict.ts';
export type { Choices } from './referee.ts';
export type { Side } from './versions.ts';
export { n8nChanges, type N8nChangeWords } from './n8n-changes.ts';
export { portugueseMergeWords, type FieldName, type MergeWords } from './words.ts';

export interface MergeOptions {
  /** What a person decided, by conflict id. Where nothing is decided the cadence's content is `mine` and what belongs to n8n is `theirs`. */
  readonly choices?: Choices;
  /** `theirs`: `mine` comes from the designer, which does not edit what belongs to n8n, so that only theirs can have changed it. */
  readonly n8n?: 'both' | 'theirs';
  readonly words?: MergeWords;
}

export interface Merge {
  /** Always a whole cadence, whatever was chosen. */
  readonly result: CadenceDocument;
  readonly conflicts: readonly Conflict[];
  readonly sources: { readonly base: CadenceDocument | null; readonly mine: CadenceDocument; readonly theirs: CadenceDocument };
  readonly options: MergeOptions;
}

/**
 * Brings two edits of one cadence together: what one side changed is taken, what both changed alike too, and what both changed differently is a
 * conflict that keeps both values. Parts are recognised by id, so that moves are changes like others.
 * @param base the version both started from; `null` when none is known, and then every difference in the cadence's content is a conflict
 */
export function mergeCadences(base: CadenceDocument | null, ours: CadenceDocument, others: CadenceDocument, options: MergeOptions = {}): Merge {
  const { choices = new Map(), n8n = 'both', words = portugueseMergeWords() } = options;
  const [mine, theirs] = [withFreshNotes(ours, base), withFreshNotes(others, base)];
  const sources = { base, mine, theirs };
  if (n8n === 'both') {
    const same = sameJson(mine, theirs) || (base !== null && sameJson(base, theirs)) ? mine : base !== null && sameJson(base, mine) ? theirs : undefined;
    if (same) return { result: same, conflicts: [], sources, options };
  }
  const referee = new Referee(choices);
  const own = separateIds(base, mine, theirs);
  const [m, t] = [versionOf(own), versionOf(theirs)];
  const read = base === null ? settleUnread({ base: m, mine: m, theirs: t }, referee) : settleUnread({ base: versionOf(base), mine: m, theirs: t }, referee);
  const based = base === null ? { ...read, base: agreement(read.mine, read.theirs) } : n8n === 'theirs' ? followN8n(read) : read;
  const agreed = settleDeletions(based, referee);
  const merged = mergeTrees(agreed.base.tree, agreed.mine.tree, agreed.theirs.tree, referee) as Branch;
  const result = putTogether(merged, based, referee);
  const documents = [own, theirs, ...(base ? [base] : [])];
  return { result, conflicts: referee.disputes.map((dispute) => conflictOf(dispute, documents, words)), sources, options };
}

/** The same merge with more conflicts decided; a decision may bring up or settle others. */
export function resolve(merge: Merge, choices: Choices): Merge {
  const { base, mine, theirs } = merge.sources;
  const decided = new Map<string, Side>([...(merge.options.choices ?? []), ...choices]);
  return mergeCadences(base, mine, theirs, { ...merge.options, choices: decided });
}

/** What the merge does to each side, in sentences. */
export function changesOf(merge: Merge, words?: DifferenceWords): { readonly toMine: readonly Difference[]; readonly toTheirs: readonly Difference[] } {
  const { mine, theirs } = merge.sources;
  return { toMine: compareCadences(mine, merge.result, words), toTheirs: compareCadences(theirs, merge.result, words) };
}

import type { CadenceDocument } from '../../../core/cadence/document.ts';

/** One named edit; the earlier document is kept whole, which costs little because unchanged parts are shared. */
export interface HistoryEntry {
  readonly name: string;
  readonly before: CadenceDocument;
  readonly after: CadenceDocument;
  /** Edits of the same thing in a row (typing) fold into one entry. */
  readonly mergeKey: string | undefined;
  readonly at: number;
}

export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };

/** Two keystrokes further apart than this are two edits. */
const MERGE_WITHIN_MS = 1500;
const LIMIT = 500;

export function record(history: History, entry: HistoryEntry): History {
  const last = history.past.at(-1);
  if (last && entry.mergeKey !== undefined && last.mergeKey === entry.mergeKey && entry.at - last.at < MERGE_WITHIN_MS) {
    return { past: [...history.past.slice(0, -1), { ...entry, before: last.before }], future: [] };
  }
  return { past: [...history.past.slice(-LIMIT + 1), entry], future: [] };
}

/** Moves `steps` entries back (negative) or forward; the document it arrives at, and the entries passed. */
export function travel(history: History, steps: number): { history: History; document: CadenceDocument; passed: readonly HistoryEntry[] } | null {
  if (steps < 0 && history.past.length >= -steps) {
    const at = history.past.length + steps;
    const passed = history.past.slice(at);
    return { history: { past: history.past.slice(0, at), future: [...passed, ...history.future] }, document: passed[0]!.before, passed };
  }
  if (steps > 0 && history.future.length >= steps) {
    const passed = history.future.slice(0, steps);
    return { history: { past: [...history.past, ...passed], future: history.future.slice(steps) }, document: passed.at(-1)!.after, passed };
  }
  return null;
}

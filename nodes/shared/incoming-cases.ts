import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { rehearsalNote } from '../../core/report/index.ts';
import type { Ledger, Run } from '../../ledger/ledger.ts';
import type { CaseItem } from './item.ts';
import { ledgerOf } from './ledger-access.ts';
import type { Problem } from './problem.ts';
import type { IndexedItem } from './read-items.ts';
import { readItems } from './read-items.ts';
import { sayRehearsal, withRehearsal } from './rehearsal.ts';
import type { Moment, MomentKind } from './today.ts';
import { momentOfItem, momentOnItem } from './today.ts';

/** The cases of one kind of day, with the ledger that they are worked on. */
export interface IncomingCases {
  readonly kind: MomentKind;
  readonly ledger: Ledger;
  readonly items: readonly IndexedItem[];
}

const KINDS: readonly MomentKind[] = ['real', 'demonstration', 'rehearsal'];

/**
 * The one door by which cases come into a node: each kind of day is worked on apart, a rehearsal on a copy of the ledger. Every item carries its day from
 * here on, and one that is rehearsed says so.
 */
export async function forIncomingCases(
  context: IExecuteFunctions,
  input: readonly INodeExecutionData[],
  onProblem: (index: number, json: object, problem: Problem) => void,
  work: (cases: IncomingCases) => Promise<void>,
): Promise<void> {
  const ledger = await ledgerOf(context);
  const groups = new Map<MomentKind, IndexedItem[]>(KINDS.map((kind) => [kind, []]));
  const runs = new Map<string, Run | undefined>();
  for (const { index, json } of await readItems(input, onProblem)) {
    if (json.runId !== undefined && !runs.has(json.runId)) runs.set(json.runId, await ledger.getRun(json.runId));
    const moment = momentIn(json, json.runId === undefined ? undefined : runs.get(json.runId));
    groups.get(moment.kind)!.push({ index, json: withMoment(json, moment) });
  }
  for (const [kind, items] of groups) {
    if (items.length === 0) continue;
    if (kind === 'rehearsal') {
      sayRehearsal(context, items[0]!.json.today!);
      await withRehearsal(context, ledger, (copy) => work({ kind, ledger: copy, items }));
    } else await work({ kind, ledger, items });
  }
}

/** A node of others on the way may have dropped the item's own word; its run remembers. */
function momentIn(json: CaseItem, run: Run | undefined): Moment {
  return momentOfItem(run?.rehearsal ? { today: run.on, now: run.startedAt, ...json, rehearsal: true } : json);
}

function withMoment(json: CaseItem, moment: Moment): CaseItem {
  const marked = { ...json, ...momentOnItem(moment) };
  if (moment.kind !== 'rehearsal') return marked;
  const note = rehearsalNote(moment.today);
  return json.why.includes(note) ? marked : { ...marked, why: [note, ...json.why] };
}

import type { CadenceDocument } from '../../cadence/document.ts';
import type { ImportNote } from '../import-note.ts';
import { draftOf } from './draft.ts';
import { readForeignWorkflow, type ForeignWorkflow } from './foreign-workflow.ts';
import { speaksOfCollection } from './purpose.ts';
import { walk, type Walked } from './walk.ts';

export type { DraftNoteCode, DraftNoteValues } from './notes.ts';

/** What a hand-made workflow of n8n comes to. */
export interface DraftFromWorkflow {
  /** A draft that still lacks the creditor, so that it can't be published as it is; absent when nothing in the workflow collects. */
  readonly document?: CadenceDocument;
  /** What became of each node, with the reason and what to do. */
  readonly notes: readonly ImportNote[];
  /** Nodes that are in the draft or that a cadence makes needless, of all that are no sticky notes. */
  readonly read: number;
  readonly total: number;
}

/**
 * Reads a workflow that was made by hand, with no node of ours, into a draft cadence: days from conditions, waits, queries and names; channels from
 * the nodes that send; texts with their expressions turned into variables. Whatever is odd in the JSON, it never throws: what can't be read is named.
 */
export function draftFromWorkflow(json: unknown): DraftFromWorkflow {
  const workflow = readForeignWorkflow(json);
  const walked = walk(workflow);
  const nodes = workflow.nodes.filter(({ type }) => type !== 'stickyNote');
  if (!collects(workflow, walked)) return { notes: walked.notes, read: 0, total: nodes.length };
  const { document, notes } = draftOf(workflow, walked);
  const understood = new Set(notes.filter(({ outcome }) => outcome === 'read' || outcome === 'covered').map(({ nodeName }) => nodeName));
  const left = new Set(notes.filter(({ outcome }) => outcome === 'left').map(({ nodeName }) => nodeName));
  return {
    ...(document.tracks[0]!.steps.length > 0 || document.events.payment.length > 0 ? { document } : {}),
    notes,
    read: nodes.filter(({ name }) => understood.has(name) && !left.has(name)).length,
    total: nodes.length,
  };
}

/** Somebody is written to, and it is about what is owed. */
function collects(workflow: ForeignWorkflow, walked: Walked): boolean {
  const acting = walked.happenings.filter(({ action }) => action.does !== 'unsupported');
  if (!acting.some(({ action }) => action.does === 'message' || action.does === 'bureau')) return false;
  const said = acting.map(({ node, parts, subject }) =>
    [
      node.name,
      ...[...(subject ?? []), ...(parts ?? [])].map((part) => (part.k === 'words' ? part.words : part.k === 'field' ? part.path.join(' ') : '')),
    ].join(' '),
  );
  return (
    speaksOfCollection([workflow.name, ...said].join(' \n')) || (walked.speaksOfDays && speaksOfCollection(workflow.nodes.map(({ name }) => name).join(' ')))
  );
}

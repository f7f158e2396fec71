import { create } from 'zustand';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { applyOperation, type CadenceOperation } from '../../../core/cadence/operations/index.ts';
import { announce } from '../parts/announcer.ts';
import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';
import { sentenceOf } from './error-sentence.ts';
import { EMPTY_HISTORY, record, travel, type History } from './history.ts';

export interface EditorState {
  readonly document: CadenceDocument;
  readonly history: History;
  /** Ids of the steps and blocks that are selected, in the order they were picked. */
  readonly selected: readonly string[];
  /** The one item the keyboard stands on. */
  readonly current: string | null;
  /** A shared or approved cadence is looked at first and only edited on request. */
  readonly readOnly: boolean;
}

export const useEditor = create<EditorState>()(() => ({
  document: undefined as unknown as CadenceDocument,
  history: EMPTY_HISTORY,
  selected: [],
  current: null,
  readOnly: false,
}));

export const currentDocument = (): CadenceDocument => useEditor.getState().document;

/**
 * Applies one edit, names it in the history and says it aloud.
 * @param mergeKey edits with the same key in quick succession become one undo step
 * @returns false when the operation was refused; the reason is shown
 */
export function edit(operation: CadenceOperation, options: { mergeKey?: string; silent?: boolean } = {}): boolean {
  const { document, history, readOnly } = useEditor.getState();
  if (readOnly) {
    showToast({ text: t().readOnly.refused, tone: 'info' });
    return false;
  }
  try {
    const after = applyOperation(document, operation);
    if (after === document) return true;
    const name = t().says.operation(operation, document);
    useEditor.setState({ document: after, history: record(history, { name, before: document, after, mergeKey: options.mergeKey, at: Date.now() }) });
    if (!options.silent && options.mergeKey === undefined) announce(t().history.did(name));
    return true;
  } catch (error) {
    showToast({ text: sentenceOf(error), tone: 'error' });
    return false;
  }
}

/** Several edits as one named step of the history. */
export function editAll(label: string, operations: readonly CadenceOperation[], options: { mergeKey?: string } = {}): boolean {
  if (operations.length === 0) return true;
  return edit(operations.length === 1 ? operations[0]! : { kind: 'batch', label, operations }, options);
}

export function timeTravel(steps: number): void {
  const state = useEditor.getState();
  if (state.readOnly) return;
  const arrived = travel(state.history, steps);
  if (!arrived) {
    announce(steps < 0 ? t().history.nothingToUndo : t().history.nothingToRedo);
    return;
  }
  useEditor.setState({ document: arrived.document, history: arrived.history });
  const name = (steps < 0 ? arrived.passed[0] : arrived.passed.at(-1))!.name;
  announce(steps < 0 ? t().history.undid(name) : t().history.redid(name));
}

export const undo = (): void => timeTravel(-1);
export const redo = (): void => timeTravel(1);

/** Another cadence takes the desk: nothing of the earlier one stays selected or undoable. */
export function openDocument(document: CadenceDocument, options: { readOnly?: boolean } = {}): void {
  useEditor.setState({ document, history: EMPTY_HISTORY, selected: [], current: null, readOnly: options.readOnly ?? false });
}

export function select(ids: readonly string[], current: string | null = ids.at(-1) ?? null): void {
  useEditor.setState({ selected: ids, current });
}

export function toggleSelected(id: string): void {
  const { selected } = useEditor.getState();
  const next = selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id];
  useEditor.setState({ selected: next, current: id });
}

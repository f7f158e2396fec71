import { create } from 'zustand';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { readCadence } from '../../../core/cadence/parse.ts';
import { ReguaError } from '../../../core/errors.ts';
import type { ImportNote } from '../../../core/workflow/import-note.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { openDialog } from '../shell/view.ts';
import { openCadence, withOwnId } from '../start/open-cadence.ts';
import { t } from '../strings/index.ts';

export interface ImportNoteShown {
  readonly severity: 'error' | 'warning' | 'info';
  readonly place: string;
  readonly message: string;
  /** Of a workflow made by hand: what became of the node. */
  readonly outcome?: ImportNote['outcome'];
}

/** What became of the last file that was opened. */
export interface ImportOutcome {
  readonly ok: boolean;
  readonly summary: string;
  readonly notes: readonly ImportNoteShown[];
}

export const useImportOutcome = create<{ outcome: ImportOutcome | null }>()(() => ({ outcome: null }));

const LARGEST_BYTES = 20 * 1024 * 1024;

export async function importFile(file: File): Promise<void> {
  if (file.size > LARGEST_BYTES) return report({ ok: false, summary: t().files.tooLarge, notes: [] });
  await importText(await file.text());
}

/** Opens a cadence or an n8n workflow from its JSON and says clearly what was read, and what was not. */
export async function importText(text: string): Promise<void> {
  const { draftFromWorkflow, fromWorkflow, holdsOurNodes, isWorkflow, parseFile, readWorkflow } = await import('../../../core/workflow/index.ts');
  let json: unknown;
  try {
    json = parseFile(text);
  } catch {
    return report({ ok: false, summary: t().files.notJson, notes: [] });
  }
  const looksLikeWorkflow = typeof json === 'object' && json !== null && 'nodes' in json && Array.isArray(json.nodes);
  if (isWorkflow(json) || looksLikeWorkflow) {
    try {
      if (isWorkflow(json) && holdsOurNodes(readWorkflow(json))) {
        const { document, notes } = fromWorkflow(json);
        await openCadence(document);
        return report({ ok: true, summary: t().files.importedWorkflow(document.name), notes: notes.map(shown) });
      }
      const { document, notes, read, total } = draftFromWorkflow(json);
      if (!document) throw new ReguaError('workflow.nothing-to-collect', t().files.nothingToCollect);
      const draft = withOwnId(document);
      await openCadence(draft);
      return report({ ok: true, summary: t().files.importedDraft(draft.name, read, total), notes: notes.map(shown) });
    } catch (error) {
      return report({ ok: false, summary: sentenceOf(error), notes: [] });
    }
  }
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return report({ ok: false, summary: t().files.unknownJson, notes: [] });
  const parsed = readCadence(json);
  if (!parsed.ok) {
    return report({
      ok: false,
      summary: t().files.importFailed,
      notes: parsed.problems.map((problem) => ({
        severity: 'error' as const,
        place: problem.path && t().files.problemAt(problem.path),
        message: t().says.importNote(problem.code, problem.message),
      })),
    });
  }
  await openImported(parsed.document);
}

function shown({ severity, nodeName, code, message, values, outcome }: ImportNote): ImportNoteShown {
  return { severity, place: nodeName, message: t().says.importNote(code, message, values), ...(outcome && { outcome }) };
}

async function openImported(document: CadenceDocument): Promise<void> {
  await openCadence(document);
  report({ ok: true, summary: t().files.importedCadence(document.name), notes: [] });
}

function report(outcome: ImportOutcome): void {
  useImportOutcome.setState({ outcome });
  openDialog('importReport');
}

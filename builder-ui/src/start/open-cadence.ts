import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { withoutTies } from '../../../core/cadence/own-copy.ts';
import { adoptDraft, saveNow } from '../document/autosave.ts';
import { readDraft, writeVersion, type Draft } from '../document/storage.ts';
import { openDocument, useEditor } from '../document/store.ts';
import { closeDialog, useView } from '../shell/view.ts';
import { t } from '../strings/index.ts';
import { rememberOpened } from './last-opened.ts';

/** Puts a cadence on the desk; what was there is saved first. */
export async function openCadence(document: CadenceDocument, draft?: Draft): Promise<void> {
  if (useEditor.getState().document) await saveNow();
  if (!draft) await keepWhatItReplaces(document);
  await adoptDraft(document, draft);
  openDocument(document);
  rememberOpened(document.id);
  useView.setState({ view: 'ruler', findingsOpen: false, inspectorOpen: false });
  closeDialog();
  if (!draft) await saveNow();
}

/** A file may carry the id of a cadence this browser already has: the earlier one stays, as a version. */
async function keepWhatItReplaces(document: CadenceDocument): Promise<void> {
  try {
    const known = await readDraft(document.id);
    if (known && JSON.stringify(known.document) !== JSON.stringify(document)) {
      await writeVersion({
        id: `${document.id}:${Date.now()}`,
        cadenceId: document.id,
        name: t().versions.beforeOpening,
        at: Date.now(),
        document: known.document,
      });
    }
  } catch {
    // Without storage there is nothing it could replace.
  }
}

/** An id of its own, so that two cadences made from one template are two, in this browser and in the ledger; and nothing that ties it to one n8n. */
export function withOwnId(document: CadenceDocument): CadenceDocument {
  const random = crypto.getRandomValues(new Uint8Array(4));
  const suffix = [...random].map((byte) => byte.toString(36).padStart(2, '0')).join('');
  return { ...withoutTies(document), id: `${document.id.slice(0, 40)}-${suffix}` };
}

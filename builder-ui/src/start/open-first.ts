import { adoptDraft } from '../document/autosave.ts';
import { readDraft } from '../document/storage.ts';
import { openDocument } from '../document/store.ts';
import { readCadence } from '../../../core/cadence/parse.ts';
import { lastOpenedId } from './last-opened.ts';

/** What the page shows first: a shared link, else the cadence of the last visit, else the gallery. */
export async function openFirst(): Promise<void> {
  if (location.hash.startsWith('#regua=')) {
    const { openShared } = await import('../share/open-shared.ts');
    if (await openShared(location.hash)) return;
  }
  const id = lastOpenedId();
  if (!id) return;
  try {
    const draft = await readDraft(id);
    const parsed = draft && readCadence(draft.document);
    if (!draft || !parsed?.ok) return;
    openDocument(parsed.document);
    await adoptDraft(parsed.document, { ...draft, document: parsed.document });
  } catch {
    // Storage is gone or forbidden: the gallery is a good place to begin.
  }
}

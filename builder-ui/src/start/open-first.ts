import { adoptDraft, saveNow } from '../document/autosave.ts';
import { takeStash } from '../document/stash.ts';
import { readDraft, writeVersion } from '../document/storage.ts';
import { openDocument } from '../document/store.ts';
import { readCadence } from '../../../core/cadence/parse.ts';
import { t } from '../strings/index.ts';
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
    const stash = takeStash(id);
    const draft = await readDraft(id);
    const parsed = draft && readCadence(draft.document);
    if (stash && (!draft || stash.revision >= draft.revision)) {
      // What was typed in the last moment before the page went away.
      await adoptDraft(stash.document);
      openDocument(stash.document);
      await saveNow();
      return;
    }
    if (stash) await writeVersion({ id: `${id}:${Date.now()}`, cadenceId: id, name: t().versions.unsaved, at: Date.now(), document: stash.document });
    if (!draft || !parsed?.ok) return;
    openDocument(parsed.document);
    await adoptDraft(parsed.document, { ...draft, document: parsed.document });
  } catch {
    // Storage is gone or forbidden: the gallery is a good place to begin.
  }
}

import { create } from 'zustand';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { dropStash, putStash } from './stash.ts';
import { readDraft, writeDraft, type Draft } from './storage.ts';
import { useEditor } from './store.ts';

export type SaveState = 'saved' | 'pending' | 'failed';

/** `elsewhere` is set when another tab saved the same cadence after this one opened it: nothing is written over until a person decides. */
export const useSaving = create<{ state: SaveState; elsewhere: Draft | null; published: Draft['published'] }>()(() => ({
  state: 'saved',
  elsewhere: null,
  published: undefined,
}));

const WAIT_MS = 400;
let revision = 0;
let savedDocument: CadenceDocument | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let writing: Promise<void> = Promise.resolve();

/** Called when a document is opened: what the browser holds of it is now this tab's base. */
export async function adoptDraft(document: CadenceDocument, draft?: Draft): Promise<void> {
  clearTimeout(timer);
  const known = draft ?? (await readStored(document.id));
  revision = known?.revision ?? 0;
  savedDocument = draft ? document : null;
  useSaving.setState({ state: 'saved', elsewhere: null, published: known?.published });
}

async function readStored(id: string): Promise<Draft | undefined> {
  try {
    return await readDraft(id);
  } catch {
    // No storage at all: the first save will say so.
    return undefined;
  }
}

/** Saves what changed, unless another tab was faster. */
export function saveNow(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const { document, readOnly } = useEditor.getState();
  if (readOnly || !document || document === savedDocument || useSaving.getState().elsewhere) return writing;
  writing = writing.then(async () => {
    try {
      const stored = await readDraft(document.id);
      if (stored && stored.revision > revision) {
        useSaving.setState({ state: 'pending', elsewhere: stored });
        return;
      }
      revision += 1;
      await writeDraft({ document, savedAt: Date.now(), revision, published: useSaving.getState().published });
      savedDocument = document;
      dropStash(document.id);
      channel?.postMessage({ id: document.id, revision });
      if (useEditor.getState().document === document) useSaving.setState({ state: 'saved' });
    } catch {
      useSaving.setState({ state: 'failed' });
    }
  });
  return writing;
}

/** A person chose this tab's cadence over the other tab's. */
export async function keepThisTab(): Promise<void> {
  const other = useSaving.getState().elsewhere;
  if (other) revision = other.revision;
  useSaving.setState({ elsewhere: null, state: 'pending' });
  await saveNow();
}

let channel: BroadcastChannel | undefined;

/** Debounced on each change, at once when the page is hidden: nothing is lost on reload, crash or a closed lid. */
export function startAutosave(onChangedElsewhere: (draft: Draft) => void): () => void {
  channel = new BroadcastChannel('regua-drafts');
  channel.onmessage = ({ data }: MessageEvent<{ id: string; revision: number }>) => {
    const { document } = useEditor.getState();
    if (data.id !== document?.id || data.revision <= revision) return;
    void readDraft(data.id).then((draft) => {
      if (!draft || draft.revision <= revision) return;
      if (document === savedDocument) {
        // Nothing of ours is unsaved: follow the other tab.
        revision = draft.revision;
        savedDocument = draft.document;
        onChangedElsewhere(draft);
      } else {
        useSaving.setState({ elsewhere: draft });
      }
    });
  };
  const unsubscribe = useEditor.subscribe((state, before) => {
    if (state.document === before.document || state.document === savedDocument || state.readOnly) return;
    if (useSaving.getState().state !== 'failed') useSaving.setState({ state: 'pending' });
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), WAIT_MS);
  });
  // A page that is going away may not live to see IndexedDB answer: what is unsaved is stashed at once, and saved as well.
  const onLeave = (): void => {
    const { document: open, readOnly } = useEditor.getState();
    if (open && open !== savedDocument && !readOnly) putStash({ document: open, revision });
    void saveNow();
  };
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') onLeave();
  };
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('pagehide', onLeave);
  return () => {
    channel?.close();
    channel = undefined;
    unsubscribe();
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('pagehide', onLeave);
  };
}

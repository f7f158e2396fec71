import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { saveNow, useSaving } from '../document/autosave.ts';
import { readDraft, writeDraft, type Publication } from '../document/storage.ts';
import { currentDocument } from '../document/store.ts';

/** Keeps, beside the draft, which workflow this cadence is in n8n and what it was when it was last published. */
export async function rememberPublished(workflowId: string, document: CadenceDocument): Promise<void> {
  await keep({ workflowId, document, at: Date.now() });
}

/** Before it is sent: if nothing more is heard of it, the next publication recognises its own work in n8n. */
export async function rememberSent(workflowId: string, sent: CadenceDocument): Promise<void> {
  const { published } = useSaving.getState();
  await keep({ ...(published?.workflowId === workflowId ? published : { workflowId, at: Date.now() }), sent });
}

async function keep(published: Publication): Promise<void> {
  useSaving.setState({ published });
  await saveNow();
  const draft = await readDraft(currentDocument().id);
  if (draft) await writeDraft({ ...draft, published });
}

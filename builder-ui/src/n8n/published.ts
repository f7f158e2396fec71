import { saveNow, useSaving } from '../document/autosave.ts';
import { readDraft, writeDraft } from '../document/storage.ts';
import { currentDocument } from '../document/store.ts';
import type { RemoteWorkflow } from './client.ts';
import { fetchWorkflow } from './publish.ts';

/** Changes with every save in n8n's editor: tells whether n8n's copy is still the one that was published. */
export function versionOf(workflow: RemoteWorkflow): string {
  return workflow.versionId ?? workflow.updatedAt ?? '';
}

/** Keeps, beside the draft, which workflow this cadence is in n8n. Switching on may make a new version: the last one counts. */
export async function rememberPublished(workflow: RemoteWorkflow, apiKey: string): Promise<void> {
  const latest = (await fetchWorkflow(apiKey, workflow.id)) ?? workflow;
  const published = { workflowId: workflow.id, versionId: versionOf(latest), at: Date.now() };
  useSaving.setState({ published });
  await saveNow();
  const draft = await readDraft(currentDocument().id);
  if (draft) await writeDraft({ ...draft, published });
}

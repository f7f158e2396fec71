import { saveNow, useSaving } from '../document/autosave.ts';
import { readDraft, writeDraft } from '../document/storage.ts';
import { currentDocument } from '../document/store.ts';
import type { RemoteWorkflow } from './client.ts';
import { fetchWorkflow } from './publish.ts';

/**
 * Tells whether n8n's copy is still the one that was published. n8n makes a new version when nodes or connections change,
 * and none when the workflow is only renamed or its settings are: those are looked at as well.
 */
export function versionOf({ versionId, updatedAt, name, settings }: RemoteWorkflow): string {
  return [versionId ?? updatedAt ?? '', name, JSON.stringify(settings ?? {})].join(' ');
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

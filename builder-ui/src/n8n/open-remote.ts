import { fromWorkflow } from '../../../core/workflow/index.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { importText, useImportOutcome } from '../files/import-file.ts';
import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';
import { callN8n, N8nError, type RemoteWorkflow } from './client.ts';
import { rememberPublished } from './published.ts';

/** Fetches a workflow from n8n and puts it on the desk as a cadence; the next publication updates that same workflow. */
export async function openRemote(apiKey: string, id: string): Promise<void> {
  try {
    const workflow = await callN8n<RemoteWorkflow>(apiKey, 'GET', `workflows/${encodeURIComponent(id)}`);
    await importText(JSON.stringify(workflow));
    if (useImportOutcome.getState().outcome?.ok) await rememberPublished(workflow.id, fromWorkflow(workflow).document);
  } catch (error) {
    showToast({ text: error instanceof N8nError ? error.message : sentenceOf(error), tone: 'error' });
    if (error instanceof N8nError && error.status === 404) showToast({ text: t().publish.errors.notFound, tone: 'error' });
  }
}

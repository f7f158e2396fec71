import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { fromWorkflow, readWorkflow, toWorkflow, updateWorkflow, type ToWorkflowOptions } from '../../../core/workflow/index.ts';
import { t } from '../strings/index.ts';
import { callN8n, N8nError, type RemoteWorkflow } from './client.ts';
import { rememberPublished, rememberSent } from './published.ts';
import { hasWebhook, makeSecret, needsSecret, secretIsAttached, withOwnWebhook, withSecret, type WebhookSecret } from './webhook-secret.ts';

export interface Published {
  readonly workflow: RemoteWorkflow;
  readonly active: boolean;
  /** What n8n has now, read back: the designer goes on from it. */
  readonly document: CadenceDocument;
  /** Made for this workflow's trigger just now. */
  readonly secret?: WebhookSecret;
  /** The workflow is there, and something about it was refused. */
  readonly problems: readonly string[];
}

/** Somebody saved the workflow in n8n after it was read. */
export class MovedError extends Error {}

export interface PublishTarget {
  /** The workflow to update, as it was read when the merge was made; `null` makes a new one. */
  readonly before: RemoteWorkflow | null;
  /** Published before: senders of events know the address, so it stays. */
  readonly keepsAddress?: boolean;
  readonly activate: boolean;
  readonly credentials?: ToWorkflowOptions['credentials'] | undefined;
}

/** The workflow as n8n has it now, or `null` when it was deleted there. */
export async function fetchWorkflow(apiKey: string, id: string): Promise<RemoteWorkflow | null> {
  try {
    return await callN8n<RemoteWorkflow>(apiKey, 'GET', `workflows/${encodeURIComponent(id)}`);
  } catch (error) {
    if (error instanceof N8nError && error.status === 404) return null;
    throw error;
  }
}

/**
 * Sends the merged cadence to n8n, gives its trigger a secret where it has none, and switches it on if asked to.
 * @throws MovedError when n8n's copy is no longer the one that was merged; nothing was sent then
 */
export async function publish(
  merged: CadenceDocument,
  apiKey: string,
  { before, keepsAddress, activate, credentials = {} }: PublishTarget,
): Promise<Published> {
  await sureItIs(before, apiKey);
  const problems: string[] = [];
  let document = before || (keepsAddress && hasWebhook(merged)) ? merged : withOwnWebhook(merged);
  let secret: WebhookSecret | undefined;
  const offered = (credentials as Record<string, WebhookSecret['credential']>)['reguaWebhook'];
  if (needsSecret(document) && offered) document = withSecret(document, { credential: offered });
  else if (needsSecret(document)) {
    try {
      secret = await makeSecret(document, apiKey);
      document = withSecret(document, secret);
    } catch (error) {
      if (!(error instanceof N8nError) || error.status === 401 || error.status === 0) throw error;
      problems.push(t().publish.errors.secret(error.status === 403 ? '' : error.message));
    }
  }
  const { name, nodes, connections, settings } = before
    ? updateWorkflow(readWorkflow(before), document, { credentials })
    : toWorkflow(document, { credentials });
  const body = { name: name ?? document.name, nodes, connections, settings: settings ?? {} };
  if (before) {
    await rememberSent(before.id, document);
    await sureItIs(before, apiKey);
  }
  const saved = before
    ? await callN8n<RemoteWorkflow>(apiKey, 'PUT', `workflows/${encodeURIComponent(before.id)}`, body)
    : await callN8n<RemoteWorkflow>(apiKey, 'POST', 'workflows', body);
  secretIsAttached(document);
  const after = fromWorkflow(saved).document;
  await rememberPublished(saved.id, after);
  const answer = { document: after, ...(secret ? { secret } : {}) };
  // Without a secret nothing could come in: it waits for one, switched off.
  if (!activate || problems.length > 0) return { ...answer, workflow: saved, active: saved.active, problems };
  try {
    const active = await callN8n<RemoteWorkflow>(apiKey, 'POST', `workflows/${encodeURIComponent(saved.id)}/activate`);
    return { ...answer, workflow: active, active: active.active, problems };
  } catch (error) {
    // It is published all the same: say so, and why it is off.
    return { ...answer, workflow: saved, active: false, problems: [t().publish.errors.activation(error instanceof Error ? error.message : String(error))] };
  }
}

/** n8n's API takes an update without asking of which version: it is asked for right before. */
async function sureItIs(before: RemoteWorkflow | null, apiKey: string): Promise<void> {
  if (!before) return;
  const now = await fetchWorkflow(apiKey, before.id);
  if (!now || contentOf(now) !== contentOf(before)) throw new MovedError();
}

/** n8n makes a new version when nodes or connections change, and none when the workflow is only renamed or its settings are. */
function contentOf({ versionId, name, nodes, connections, settings }: RemoteWorkflow): string {
  return JSON.stringify([versionId, name, nodes, connections, settings ?? {}]);
}

import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { NODE_TYPES, toWorkflow, type ToWorkflowOptions } from '../../../core/workflow/index.ts';
import { t } from '../strings/index.ts';
import { callN8n, N8nError, type RemoteWorkflow } from './client.ts';

export interface Published {
  readonly workflow: RemoteWorkflow;
  readonly active: boolean;
  /** Set when the workflow is there and n8n refused to switch it on. */
  readonly activationProblem?: string;
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

/** Where the events of a published cadence come in, which senders were told. */
async function addressOf(apiKey: string, workflowId: string): Promise<string | undefined> {
  const trigger = (await fetchWorkflow(apiKey, workflowId))?.nodes.find((node) => node['type'] === NODE_TYPES.reguaTrigger);
  return typeof trigger?.['webhookId'] === 'string' ? trigger['webhookId'] : undefined;
}

/** Creates the workflow in n8n, or replaces the one that was published before; then switches it on if asked to. */
export async function publish(
  document: CadenceDocument,
  apiKey: string,
  options: { workflowId: string | null; activate: boolean; credentials?: ToWorkflowOptions['credentials'] },
): Promise<Published> {
  const { name, nodes, connections, settings } = toWorkflow(document, {
    webhookId: (options.workflowId && (await addressOf(apiKey, options.workflowId))) || crypto.randomUUID(),
    ...(options.credentials ? { credentials: options.credentials } : {}),
  });
  const body = { name: name ?? document.name, nodes, connections, settings: settings ?? {} };
  const saved = options.workflowId
    ? await callN8n<RemoteWorkflow>(apiKey, 'PUT', `workflows/${encodeURIComponent(options.workflowId)}`, body)
    : await callN8n<RemoteWorkflow>(apiKey, 'POST', 'workflows', body);
  if (!options.activate) return { workflow: saved, active: saved.active };
  try {
    const active = await callN8n<RemoteWorkflow>(apiKey, 'POST', `workflows/${encodeURIComponent(saved.id)}/activate`);
    return { workflow: active, active: active.active };
  } catch (error) {
    // It is published all the same: say so, and why it is off.
    return { workflow: saved, active: false, activationProblem: t().publish.errors.activation(error instanceof Error ? error.message : String(error)) };
  }
}

import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { importWorkflowFor, importWorkflowName, type ImportWorkflowOptions } from '../../../core/workflow/index.ts';
import { callN8n, type RemoteWorkflow } from './client.ts';

export interface PublishedImport {
  readonly workflow: RemoteWorkflow;
  /** False when it was there from an earlier time. */
  readonly created: boolean;
  /** The end of the address of its form; absent while the workflow is off. */
  readonly formId?: string;
}

/** Puts the workflow that brings people into the cadence's portfolio into n8n, once, and switches it on so that its form answers. */
export async function publishImportWorkflow(document: CadenceDocument, apiKey: string, options: ImportWorkflowOptions = {}): Promise<PublishedImport> {
  const known = await findImport(document, apiKey);
  if (known) return published(known, false);
  const { name, nodes, connections, settings } = importWorkflowFor(document, { webhookId: crypto.randomUUID(), ...options });
  const created = await callN8n<RemoteWorkflow>(apiKey, 'POST', 'workflows', { name: name ?? importWorkflowName(document), nodes, connections, settings });
  try {
    return published(await callN8n<RemoteWorkflow>(apiKey, 'POST', `workflows/${encodeURIComponent(created.id)}/activate`), true);
  } catch {
    // It is there and runs by hand; only its form waits until somebody switches it on in n8n, where n8n says why it could not.
    return published(created, true);
  }
}

async function findImport(document: CadenceDocument, apiKey: string): Promise<RemoteWorkflow | undefined> {
  const name = importWorkflowName(document);
  const { data } = await callN8n<{ readonly data: readonly RemoteWorkflow[] }>(apiKey, 'GET', `workflows?limit=250&name=${encodeURIComponent(name)}`);
  return data.find((workflow) => workflow.name === name && workflow.nodes.some((node) => importsInto(node, document.portfolio)));
}

function importsInto(node: Readonly<Record<string, unknown>>, portfolio: string): boolean {
  const parameters = (node['parameters'] ?? {}) as { operation?: unknown; portfolio?: unknown };
  const { value = parameters.portfolio } = Object(parameters.portfolio) as { value?: unknown };
  return parameters.operation === 'import' && value === portfolio;
}

function published(workflow: RemoteWorkflow, created: boolean): PublishedImport {
  const form = workflow.nodes.find((node) => node['type'] === 'n8n-nodes-base.formTrigger');
  return { workflow, created, ...(workflow.active && typeof form?.['webhookId'] === 'string' ? { formId: form['webhookId'] } : {}) };
}

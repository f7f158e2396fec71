import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { NODE_TYPES, toWorkflow } from '../../../core/workflow/index.ts';
import { ROLES } from '../../../core/workflow/names.ts';
import { t } from '../strings/index.ts';
import { callN8n } from './client.ts';

export interface WebhookSecret {
  readonly credential: { readonly id: string; readonly name: string };
  /** In this page's memory only, to be shown once. */
  readonly secret: string;
}

const TYPE = 'reguaWebhook';
const SECRET_BYTES = 32;
/** n8n's longest name of a credential. */
const LONGEST_NAME = 128;

/** Made in n8n and not attached yet: a second try uses it instead of leaving one behind. */
const waiting = new Map<string, WebhookSecret>();

/** True when events would find the door without a lock: the workflow listens and its trigger has no secret. */
export function needsSecret(document: CadenceDocument): boolean {
  const credentials = triggerFields(document)['credentials'] as Record<string, unknown> | undefined;
  return credentials?.[TYPE] === undefined && toWorkflow(document).nodes.some((node) => node.type === NODE_TYPES.reguaTrigger);
}

/** A fresh secret, kept in n8n as a credential of its own. @throws N8nError when the key may not create credentials */
export async function makeSecret(document: CadenceDocument, apiKey: string): Promise<WebhookSecret> {
  const known = waiting.get(document.id);
  if (known) return known;
  const secret = base64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
  const { id, name } = await callN8n<{ id: string; name: string }>(apiKey, 'POST', 'credentials', {
    name: t().publish.secretName(document.name).slice(0, LONGEST_NAME),
    type: TYPE,
    data: { header: 'Authorization', secret },
  });
  const made = { credential: { id, name }, secret };
  waiting.set(document.id, made);
  return made;
}

export const secretIsAttached = (document: CadenceDocument): void => void waiting.delete(document.id);

export function withSecret(document: CadenceDocument, { credential }: Pick<WebhookSecret, 'credential'>): CadenceDocument {
  const credentials = (triggerFields(document)['credentials'] as Record<string, unknown> | undefined) ?? {};
  return withTriggerFields(document, { credentials: { ...credentials, [TYPE]: credential } });
}

/** An address of the trigger's own, which nobody can guess and no other workflow has. */
export function withOwnWebhook(document: CadenceDocument): CadenceDocument {
  return withTriggerFields(document, { webhookId: crypto.randomUUID() });
}

export const hasWebhook = (document: CadenceDocument): boolean => triggerFields(document)['webhookId'] !== undefined;

function triggerFields(document: CadenceDocument): Record<string, unknown> {
  return document.n8n.nodes[ROLES.trigger]?.fields ?? {};
}

function withTriggerFields(document: CadenceDocument, fields: Record<string, unknown>): CadenceDocument {
  const node = document.n8n.nodes[ROLES.trigger] ?? {};
  return { ...document, n8n: { ...document.n8n, nodes: { ...document.n8n.nodes, [ROLES.trigger]: { ...node, fields: { ...node.fields, ...fields } } } } };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

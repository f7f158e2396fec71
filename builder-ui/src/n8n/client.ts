import { t } from '../strings/index.ts';

/** n8n's public API v1 behind this page's own address, so that no browser blocks it and no key leaves for elsewhere. */
const BASE = 'api/n8n';

export interface DemoSession {
  readonly n8nUrl: string;
  readonly apiKey?: string;
  readonly outboxUrl?: string;
  readonly portfolioUrl?: string;
  /** The sample spreadsheet where that n8n may read it. */
  readonly portfolioFile?: string;
  /** Credentials that `npm start` made in n8n: name and id by credential type. */
  readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
  /** What the triggers that were published with those credentials ask for. */
  readonly webhookSecret?: string;
}

export interface RemoteWorkflow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly versionId?: string;
  readonly updatedAt?: string;
  readonly isArchived?: boolean;
  readonly nodes: readonly Record<string, unknown>[];
  readonly connections: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A refusal in plain words. */
export class N8nError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'N8nError';
    this.status = status;
  }
}

/** What `npm start` has ready; `null` when the page is served by anything else. */
export async function demoSession(): Promise<DemoSession | null> {
  try {
    const response = await fetch('demo/session', { headers: { accept: 'application/json' } });
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return null;
    return (await response.json()) as DemoSession;
  } catch {
    // Opened from a file or offline: there is no session to ask for.
    return null;
  }
}

export async function callN8n<T>(apiKey: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  const words = t().publish.errors;
  let response: Response;
  try {
    response = await fetch(`${BASE}/${path}`, {
      method,
      headers: { 'X-N8N-API-KEY': apiKey, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new N8nError(0, words.offline);
  }
  const text = await response.text();
  const json = parse(text);
  if (response.ok && json !== undefined) return json as T;
  if (response.ok || (response.status === 404 && json === undefined)) throw new N8nError(response.status, words.noProxy);
  const detail = typeof (json as { message?: unknown } | undefined)?.message === 'string' ? (json as { message: string }).message : text.slice(0, 200);
  if (response.status === 401) throw new N8nError(401, words.unauthorized);
  if (response.status === 403) throw new N8nError(403, words.forbidden);
  if (response.status === 404) throw new N8nError(404, words.notFound);
  if (response.status === 502 || response.status === 503 || response.status === 504) throw new N8nError(response.status, words.offline);
  if (response.status >= 500) throw new N8nError(response.status, words.server(response.status));
  throw new N8nError(response.status, words.rejected(detail));
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A page instead of JSON: there is no proxy behind this address.
    return undefined;
  }
}

import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Owner = { email: string; password: string };

/** A call to an n8n that is not answered as it should; carries status and n8n's own sentence. */
export class N8nApiError extends Error {
  readonly status: number;

  constructor(method: string, path: string, status: number, body: string) {
    super(`${method} ${path} → ${status}: ${body.slice(0, 600)}`);
    this.status = status;
  }
}

/** The owner's signed-in session: what the editor in a browser would do. */
export class Session {
  readonly url: string;
  readonly #cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.#cookie = cookie;
  }

  static async login(url: string, owner: Owner): Promise<Session> {
    const response = await fetch(`${url}/rest/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ emailOrLdapLoginId: owner.email, password: owner.password }),
    });
    if (!response.ok) throw new N8nApiError('POST', '/rest/login', response.status, await response.text());
    const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]!);
    return new Session(url, cookie.join('; '));
  }

  /** Calls `/rest/…` and unwraps n8n's `{ data }`. @throws N8nApiError */
  async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/rest${path}`, {
      method,
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new N8nApiError(method, `/rest${path}`, response.status, text);
    return (JSON.parse(text) as { data: T }).data;
  }

  async createApiKey(label: string): Promise<string> {
    const scopes = await this.rest<string[]>('GET', '/api-keys/scopes');
    const { rawApiKey } = await this.rest<{ rawApiKey: string }>('POST', '/api-keys', { label, expiresAt: null, scopes });
    return rawApiKey;
  }
}

/** n8n's public API with a key. */
export class PublicApi {
  readonly url: string;
  readonly key: string;

  constructor(url: string, key: string) {
    this.url = url;
    this.key = key;
  }

  /** Calls `/api/v1/…`. @throws N8nApiError */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { 'x-n8n-api-key': this.key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new N8nApiError(method, `/api/v1${path}`, response.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

/**
 * An API key that this n8n accepts, kept beside its data for the next start and readable by its user only.
 * @param keptIn the n8n's user folder
 */
export async function ensureApiKey(url: string, owner: Owner, keptIn: string): Promise<PublicApi> {
  const file = join(keptIn, 'api-key');
  const kept = readIfThere(file);
  if (kept) {
    const api = new PublicApi(url, kept);
    try {
      await api.call('GET', '/workflows?limit=1');
      return api;
    } catch (error) {
      if (!(error instanceof N8nApiError) || error.status !== 401) throw error;
    }
  }
  const session = await Session.login(url, owner);
  // Labels are unique in n8n, and a key cannot be read again, so each one gets its own.
  const key = await session.createApiKey(`Régua ${new Date().toISOString()}`);
  writeFileSync(file, key, { mode: 0o600 });
  chmodSync(file, 0o600);
  return new PublicApi(url, key);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

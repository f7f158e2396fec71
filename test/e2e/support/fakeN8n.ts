import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredWorkflow {
  id: string;
  name: string;
  active: boolean;
  versionId: string;
  nodes: Record<string, unknown>[];
  connections: Record<string, unknown>;
  settings: Record<string, unknown>;
}

const API = '/api/v1/';

/**
 * n8n's public API v1 as far as publishing uses it, with its manners: the key in a header, unknown properties refused,
 * a new version with each save. The real n8n is driven by the suites that start it.
 */
export class FakeN8n {
  readonly apiKey = 'chave-de-teste';
  readonly workflows = new Map<string, StoredWorkflow>();
  /** With their secrets, which n8n keeps and never gives out. */
  readonly credentials: { id: string; name: string; type: string; data: Record<string, unknown> }[] = [];
  /** Whether the key has the scope `credential:create`. */
  mayCreateCredentials = true;
  /** Called with each request before it is answered, as `GET workflows/wf1`. */
  onRequest: (request: string) => void = () => {};
  #saves = 0;

  readonly #server: Server;

  constructor() {
    this.#server = createServer(
      (request, response) => void this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error))),
    );
  }

  /** Listens on a free port of this machine; its address. */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!pathname.startsWith(API)) return send(404, { message: 'not found' });
    if (request.headers['x-n8n-api-key'] !== this.apiKey) return send(401, { message: 'unauthorized' });
    const [resource, id, action] = pathname.slice(API.length).split('/');
    this.onRequest(`${request.method} ${pathname.slice(API.length)}`);
    if (resource === 'credentials') return this.#createCredential(request, send);
    const known = id === undefined ? undefined : this.workflows.get(id);
    if (id !== undefined && !known) return send(404, { message: 'not found' });
    if (request.method === 'GET') return send(200, known ?? { data: [...this.workflows.values()] });
    if (action === 'activate' && known) {
      known.active = true;
      return send(200, known);
    }
    const body = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    const extra = Object.keys(body).filter((key) => !['name', 'nodes', 'connections', 'settings'].includes(key));
    if (extra.length > 0) return send(400, { message: `request/body must NOT have additional properties: ${extra.join(', ')}` });
    const saved: StoredWorkflow = {
      ...(body as unknown as StoredWorkflow),
      id: known?.id ?? `wf${this.workflows.size + 1}`,
      active: known?.active ?? false,
      versionId: `v${++this.#saves}`,
    };
    this.workflows.set(saved.id, saved);
    return send(200, saved);
  }

  async #createCredential(request: IncomingMessage, send: (status: number, body: unknown) => void): Promise<void> {
    if (request.method !== 'POST') return send(405, { message: 'not here' });
    if (!this.mayCreateCredentials) return send(403, { message: 'Forbidden' });
    const { name, type, data } = JSON.parse(await bodyOf(request)) as { name: string; type: string; data: Record<string, unknown> };
    const id = `cred${this.credentials.length + 1}`;
    this.credentials.push({ id, name, type, data });
    return send(200, { id, name, type });
  }

  /** As somebody would who opens the workflow in n8n's editor and saves it. */
  changeInEditor(id: string, change: (workflow: StoredWorkflow) => void): void {
    const workflow = this.workflows.get(id)!;
    change(workflow);
    workflow.versionId = `v${++this.#saves}`;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

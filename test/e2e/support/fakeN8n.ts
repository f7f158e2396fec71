import type { IncomingMessage, ServerResponse } from 'node:http';

export interface StoredWorkflow {
  id: string;
  name: string;
  active: boolean;
  versionId: string;
  nodes: Record<string, unknown>[];
  connections: Record<string, unknown>;
  settings: Record<string, unknown>;
}

/**
 * n8n's public API v1 as far as publishing uses it, with its manners: the key in a header, unknown properties refused,
 * a new version with each save. The real n8n is driven by the suites that start it.
 */
export class FakeN8n {
  readonly apiKey = 'chave-de-teste';
  readonly workflows = new Map<string, StoredWorkflow>();
  #saves = 0;

  /** Answers `/demo/session` and `/api/n8n/*`; false when the request is for something else. */
  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const send = (status: number, body: unknown): true => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return true;
    };
    if (path === '/demo/session') return send(200, { n8nUrl: 'http://127.0.0.1:5678', apiKey: this.apiKey, outboxUrl: 'http://127.0.0.1:8025' });
    if (!path.startsWith('/api/n8n/')) return false;
    if (request.headers['x-n8n-api-key'] !== this.apiKey) return send(401, { message: 'unauthorized' });
    const [, id, action] = path.slice('/api/n8n/'.length).split('/');
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
  };

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

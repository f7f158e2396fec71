import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDesigner, type DesignerServer } from './server.ts';

let root: string;
let n8n: Server;
let seen: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: string };
let designer: DesignerServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'regua-designer-'));
  mkdirSync(join(root, 'page', 'assets'), { recursive: true });
  writeFileSync(join(root, 'page', 'index.html'), '<title>Régua</title>');
  writeFileSync(join(root, 'page', 'assets', 'a-1.js'), 'export {}');
  writeFileSync(join(root, 'segredo.txt'), 'segredo');
  writeFileSync(join(root, 'devedores.csv'), 'nome;valor');
  n8n = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      seen = { method: request.method, url: request.url, headers: request.headers, body };
      response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': 'n8n-auth=x' }).end('{"id":"1"}');
    });
  });
  n8n.listen(0, '127.0.0.1');
  await once(n8n, 'listening');
  const n8nUrl = `http://localhost:${(n8n.address() as AddressInfo).port}`;
  designer = await startDesigner({
    port: 0,
    folder: join(root, 'page'),
    n8nUrl,
    session: {
      n8nUrl,
      apiKey: 'chave',
      outboxUrl: 'http://localhost:8025',
      portfolioUrl: '/demo/devedores.csv',
      credentials: {},
      webhookSecret: 'segredo-dos-gatilhos',
    },
    sampleCsv: join(root, 'devedores.csv'),
  });
});

afterAll(async () => {
  await designer.stop();
  n8n.close();
  rmSync(root, { recursive: true, force: true });
});

/** fetch cannot set Host nor ask for a path with `..`. */
function raw(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: new URL(designer.url).port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the designer server', () => {
  it('serves the page with a policy under which nothing foreign runs', async () => {
    const response = await fetch(designer.url);
    expect(await response.text()).toContain('Régua');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
    expect((await fetch(`${designer.url}/assets/a-1.js`)).headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${designer.url}/nada.js`)).status).toBe(404);
  });

  it.each(['/../segredo.txt', '/..%2fsegredo.txt', '/%2e%2e/segredo.txt', '/assets/../../segredo.txt', '/%00', '/%zz'])(
    'gives nothing from outside its folder: %s',
    async (path) => {
      expect(await raw(path)).toBe(404);
    },
  );

  it('hands calls on to the public API of n8n with the key and without cookies, and brings none back', async () => {
    const response = await fetch(`${designer.url}/api/n8n/workflows?limit=2`, {
      method: 'POST',
      headers: { 'x-n8n-api-key': 'chave', cookie: 'n8n-auth=de-outro', 'content-type': 'application/json', origin: designer.url },
      body: '{"name":"x"}',
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: '1' });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(seen).toMatchObject({ method: 'POST', url: '/api/v1/workflows?limit=2', body: '{"name":"x"}' });
    expect(seen.headers['x-n8n-api-key']).toBe('chave');
    expect(seen.headers.cookie).toBeUndefined();
  });

  it('gives the demonstration key to its own page only', async () => {
    const own = await fetch(`${designer.url}/demo/session`);
    expect(await own.json()).toMatchObject({ apiKey: 'chave', portfolioUrl: '/demo/devedores.csv' });
    expect(await raw('/demo/session', { host: 'mau.example' })).toBe(403);
    expect(await raw('/demo/session', { host: new URL(designer.url).host, origin: 'http://mau.example' })).toBe(403);
    expect(await raw('/api/n8n/workflows', { host: 'mau.example' })).toBe(403);
  });

  it('gives the sample portfolio', async () => {
    const response = await fetch(`${designer.url}/demo/devedores.csv`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toBe('nome;valor');
  });
});

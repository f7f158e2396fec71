import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import type { LogEntry } from './log.ts';

let root: string;
let n8n: Server;
let n8nUrl: string;
let seen: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: string } | undefined;
let answer: { status: number; headers: Record<string, string>; body: string };
let app: Hono;
let logged: LogEntry[];

const OWN = 'http://localhost:5173';
const ask = (path: string, init: RequestInit = {}) => app.request(`${OWN}${path}`, init);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'regua-app-'));
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
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  n8n.listen(0, '127.0.0.1');
  await once(n8n, 'listening');
  n8nUrl = `http://localhost:${(n8n.address() as AddressInfo).port}`;
});

afterAll(() => {
  n8n.close();
  rmSync(root, { recursive: true, force: true });
});

beforeEach(() => {
  seen = undefined;
  logged = [];
  answer = { status: 201, headers: { 'content-type': 'application/json', 'set-cookie': 'n8n-auth=x' }, body: '{"id":"1"}' };
  app = createApp({
    designerFolder: join(root, 'page'),
    n8nUrl,
    session: { n8nUrl, apiKey: 'chave', portfolioUrl: '/demo/devedores.csv', webhookSecret: 'segredo-do-webhook' },
    sampleCsv: join(root, 'devedores.csv'),
    log: (entry) => logged.push(entry),
  });
});

describe('the page', () => {
  it('comes with a policy under which nothing foreign runs', async () => {
    const response = await ask('/');
    expect(await response.text()).toContain('Régua');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('strict-transport-security')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('keeps for good what carries a hash in its name, and says what is not there', async () => {
    const script = await ask('/assets/a-1.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    const missing = await ask('/nada.js');
    expect([missing.status, await missing.json()]).toEqual([404, { message: 'não existe' }]);
    expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(['/..%2fsegredo.txt', '/%2e%2e/segredo.txt', '/assets/../../segredo.txt', '/%00', '/%zz', '/..%5csegredo.txt', '//segredo.txt'])(
    'never is a file from outside its folder: %s',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('segredo');
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])('is only read, never %s', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
    expect((await ask('/demo/session', { method })).status).toBe(405);
  });
});

describe('calls to n8n', () => {
  it('go on to its public API with the key and without cookies, and bring none back', async () => {
    const response = await ask('/api/n8n/workflows?limit=2', {
      method: 'POST',
      headers: { 'x-n8n-api-key': 'chave', cookie: 'n8n-auth=de-outro', 'content-type': 'application/json', origin: OWN, authorization: 'Basic x' },
      body: '{"name":"x"}',
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: '1' });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(seen).toMatchObject({ method: 'POST', url: '/api/v1/workflows?limit=2', body: '{"name":"x"}' });
    expect(seen!.headers['x-n8n-api-key']).toBe('chave');
    expect(seen!.headers.cookie).toBeUndefined();
    expect(seen!.headers.authorization).toBeUndefined();
  });

  it('bring n8n’s refusal back as it said it', async () => {
    answer = { status: 400, headers: { 'content-type': 'application/json' }, body: '{"message":"request/body must NOT have additional properties"}' };
    const response = await ask('/api/n8n/workflows', { method: 'PUT', body: '{}' });
    expect([response.status, await response.json()]).toEqual([400, { message: 'request/body must NOT have additional properties' }]);
  });

  it('reach an n8n that lives under a path', async () => {
    app = createApp({ designerFolder: root, n8nUrl: `${n8nUrl}/automacao` });
    await ask('/api/n8n/workflows');
    expect(seen!.url).toBe('/automacao/api/v1/workflows');
  });

  it.each(['/api/n8n/../../rest/login', '/api/n8n/%2e%2e/%2e%2e/rest/login', '/api/n8n/..\\..\\rest/login'])(
    'never reach what is beside the public API: %s',
    async (path) => {
      await ask(path);
      expect(seen?.url ?? '/api/v1/').toMatch(/^\/api\/v1\//);
    },
  );

  it('read the views of a webhook with its secret, and send it nothing', async () => {
    answer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"steps":[]}' };
    const response = await ask('/api/webhook/regua-classica?view=steps', { headers: { authorization: 'Bearer segredo', 'x-n8n-api-key': 'chave' } });
    expect(await response.json()).toEqual({ steps: [] });
    expect(seen).toMatchObject({ method: 'GET', url: '/webhook/regua-classica?view=steps' });
    expect(seen!.headers.authorization).toBe('Bearer segredo');
    expect(seen!.headers['x-n8n-api-key']).toBeUndefined();
    seen = undefined;
    expect((await ask('/api/webhook/regua-classica', { method: 'POST', body: '{}' })).status).toBe(405);
    expect(seen).toBeUndefined();
  });

  it('do not follow n8n to another address with the key', async () => {
    answer = { status: 302, headers: { location: 'https://outro.example/api/v1/workflows' }, body: '' };
    const response = await ask('/api/n8n/workflows', { headers: { 'x-n8n-api-key': 'chave' } });
    expect(response.status).toBe(421);
    expect(((await response.json()) as { message: string }).message).toContain('--n8n');
  });

  it('are answered in words when n8n is away, and the log says so without what was sent', async () => {
    app = createApp({ designerFolder: root, n8nUrl: 'http://127.0.0.1:1', log: (entry) => logged.push(entry) });
    const response = await ask('/api/n8n/workflows/52998224725?nome=Ana', { headers: { 'x-n8n-api-key': 'chave-secreta' } });
    expect([response.status, await response.json()]).toEqual([502, { message: 'o n8n não respondeu' }]);
    expect(logged).toEqual([{ level: 'warn', event: 'n8n.unreachable', door: '/api/n8n/', method: 'GET', reason: expect.any(String) }]);
  });

  it('are answered whole or not at all when n8n breaks off', async () => {
    answer = { status: 200, headers: { 'content-type': 'application/json', 'content-length': '100' }, body: '{"data":[' };
    const pending = ask('/api/n8n/workflows');
    await expect.poll(() => seen).toBeDefined();
    n8n.closeAllConnections();
    const response = await pending;
    expect([response.status, await response.json()]).toEqual([502, { message: 'o n8n não respondeu' }]);
  });

  it('are refused above 16 MB, said or not said beforehand', async () => {
    const big = 'x'.repeat(16 * 1024 * 1024 + 1);
    expect((await ask('/api/n8n/workflows', { method: 'POST', body: big, headers: { 'content-length': String(big.length) } })).status).toBe(413);
    expect((await ask('/api/n8n/workflows', { method: 'POST', body: big })).status).toBe(413);
    expect(seen).toBeUndefined();
  });
});

describe('the lock', () => {
  it('gives the session with every fact of it to its own page only', async () => {
    const own = await ask('/demo/session');
    expect(await own.json()).toEqual({ n8nUrl, apiKey: 'chave', portfolioUrl: '/demo/devedores.csv', webhookSecret: 'segredo-do-webhook' });
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['a name that leads here', { host: 'mau.example' }],
    ['another page', { origin: 'http://mau.example' }],
    ['another port of this machine', { origin: 'http://localhost:8025' }],
    ['an image or script of another page', { 'sec-fetch-site': 'cross-site' }],
    ['an image or script of another port', { 'sec-fetch-site': 'same-site' }],
  ])('turns %s away', async (_who, headers) => {
    for (const path of ['/demo/session', '/demo/devedores.csv', '/api/n8n/workflows', '/api/webhook/x'])
      expect((await ask(path, { headers })).status).toBe(403);
    expect(seen).toBeUndefined();
  });

  it('lets a link from elsewhere open the page', async () => {
    expect((await ask('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })).status).toBe(200);
  });

  it('opens under each name of this machine', async () => {
    for (const host of ['localhost:5173', '127.0.0.1:5173', '[::1]:5173', 'localhost']) expect((await ask('/', { headers: { host } })).status).toBe(200);
  });
});

it('gives the sample portfolio', async () => {
  const response = await ask('/demo/devedores.csv');
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect(await response.text()).toBe('nome;valor');
});

it('has nothing of a demonstration outside of one', async () => {
  app = createApp({ designerFolder: root, n8nUrl });
  expect(await (await ask('/demo/session')).json()).toEqual({ n8nUrl });
  expect((await ask('/demo/devedores.csv')).status).toBe(404);
});

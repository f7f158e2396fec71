import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { sendJson } from '../httpAnswers.ts';
import { comesFromThisMachine } from '../loopbackOnly.ts';
import type { CredentialRefs } from '../start/demo.ts';

export type DesignerOptions = {
  port: number;
  /** The built page. */
  folder: string;
  /** Address of n8n, without a slash at the end. */
  n8nUrl: string;
  /** What the page may know of this demonstration; it is asked for at `/demo/session`. */
  session: {
    n8nUrl: string;
    apiKey: string;
    outboxUrl: string;
    portfolioUrl: string;
    portfolioFile?: string;
    credentials: CredentialRefs;
    webhookSecret: string;
  };
  sampleCsv: string;
};

export type DesignerServer = { url: string; stop(): Promise<void> };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** Styles in attributes are let in: React Flow places every block by one, and they cannot load or run anything. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Of the page's request only these go on to n8n: above all no cookie, so that nobody acts as who is signed in there. */
const forwardedHeaders = ['accept', 'content-type', 'content-length', 'transfer-encoding', 'x-n8n-api-key'];

/** A webhook's own secret, where it has one; the API never sees it. */
const webhookHeaders = ['accept', 'authorization', 'content-type', 'content-length'];

/** Serves the designer, n8n's public API under the same origin (`/api/n8n/…`), and what a demonstration needs. */
export async function startDesigner(options: DesignerOptions): Promise<DesignerServer> {
  const server = createServer((request, response) => handle(request, response, options));
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function handle(request: IncomingMessage, response: ServerResponse, options: DesignerOptions): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('content-security-policy', policy);
  if (!comesFromThisMachine(request)) return sendJson(response, { status: 403, body: { message: 'só é atendido quem está nesta máquina' } });
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/api/n8n/'))
    return forward(request, response, options.n8nUrl, `/api/v1/${pathname.slice('/api/n8n/'.length)}${search}`, forwardedHeaders);
  // Live counts: the published workflow's own webhook, under the page's address.
  if (pathname.startsWith('/api/webhook/'))
    return forward(request, response, options.n8nUrl, `/webhook/${pathname.slice('/api/webhook/'.length)}${search}`, webhookHeaders);
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, { status: 405, body: { message: 'só leitura' } });
  if (pathname === '/demo/session') return sendJson(response, { status: 200, body: options.session });
  if (pathname === '/demo/devedores.csv') return sendFile(response, options.sampleCsv, 'no-store');
  const file = fileOf(options.folder, pathname);
  if (!file) return sendJson(response, { status: 404, body: { message: 'não existe' } });
  // Names in assets/ carry a hash of their content.
  sendFile(response, file, pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function fileOf(folder: string, pathname: string): string | undefined {
  let path;
  try {
    path = normalize(decodeURIComponent(pathname));
  } catch {
    return undefined;
  }
  const file = join(folder, path.endsWith(sep) ? `${path}index.html` : path);
  if (!file.startsWith(folder + sep) || file.includes('\0')) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function sendFile(response: ServerResponse, file: string, caching: string): void {
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': caching });
  createReadStream(file)
    .once('error', () => response.destroy())
    .pipe(response);
}

function forward(request: IncomingMessage, response: ServerResponse, n8nUrl: string, path: string, allowedHeaders: readonly string[]): void {
  const headers = Object.fromEntries(allowedHeaders.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, request.headers[name] as string]])));
  const { port } = new URL(n8nUrl);
  const onward = httpRequest({ host: '127.0.0.1', port, path, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, {
      'content-type': answer.headers['content-type'] ?? 'application/json',
      'cache-control': 'no-store',
    });
    answer.pipe(response);
  });
  onward.once('error', () => {
    if (response.headersSent) response.destroy();
    else sendJson(response, { status: 502, body: { message: 'o n8n não respondeu' } });
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}

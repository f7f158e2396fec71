import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { comesFromThisMachine } from '../../server/loopback-only.ts';
import { answerUnreadable } from '../../server/unreadable-requests.ts';
import { BadRequest, readJson, sendJson } from '../httpAnswers.ts';
import { answerEvolution } from './evolution.ts';
import { parseOrder, type Faults } from './faults.ts';
import { answerGateway } from './gateway.ts';
import { isChannel } from './message.ts';
import type { Receipts } from './receipts.ts';
import type { MessageStore } from './store.ts';

export type WebOptions = {
  gatewayToken: string;
  evolution: { apiKey: string; instance: string };
  store: MessageStore;
  faults: Faults;
  receipts: Receipts;
};

const pageFiles: Record<string, [file: string, type: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/message-view.js': ['message-view.js', 'text/javascript; charset=utf-8'],
};

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a stranger's HTML may do in the page: be seen. */
const mailPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The HTTP side of the outbox: the providers' doors, the page, and what tests need. */
export function createWeb(options: WebOptions): Server {
  // Node's own answer to a missing Host is not JSON.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    handle(request, response, options).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      const status = error instanceof BadRequest ? 400 : 500;
      sendJson(response, { status, body: { error: { code: status === 400 ? 'bad_request' : 'internal', message: (error as Error).message } } });
    });
  });
  answerUnreadable(server);
  return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, options: WebOptions): Promise<void> {
  const { store, faults } = options;
  const url = addressOf(request);
  const path = url.pathname;
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  if (!comesFromThisMachine(request.headers)) {
    return sendJson(response, { status: 403, body: { error: { code: 'not_here', message: 'só é atendido quem está nesta máquina' } } });
  }

  if (path.startsWith('/gateway/') || path.startsWith('/evolution/')) return answerProvider(request, response, path, options);

  if (path === '/control' && request.method === 'POST') {
    const order = parseOrder(await readJson(request));
    if (order === 'reset') faults.reset();
    else faults.order(order);
    return sendJson(response, { status: 200, body: { ok: true } });
  }
  if (path === '/api/messages' && request.method === 'GET') {
    const channel = url.searchParams.get('channel');
    if (channel && !isChannel(channel)) throw new BadRequest(`canal desconhecido: ${channel}`);
    const limit = Number(url.searchParams.get('limit') ?? '');
    const list = store.list({
      ...(isChannel(channel) ? { channel } : {}),
      q: url.searchParams.get('q') ?? '',
      ...(limit > 0 ? { limit } : {}),
    });
    return sendJson(response, { status: 200, body: list });
  }
  if (path === '/api/messages' && request.method === 'DELETE') {
    store.clear();
    response.writeHead(204).end();
    return;
  }
  const delivery = /^\/api\/messages\/([0-9A-Z]+)\/deliver$/.exec(path);
  if (delivery && request.method === 'POST') return sendJson(response, await options.receipts.deliver(delivery[1]!));
  if (path === '/api/changes' && request.method === 'GET') return streamChanges(request, response, store);

  const mail = /^\/mail\/([0-9A-Z]+)$/.exec(path);
  if (mail && request.method === 'GET') {
    const message = store.find(mail[1]!);
    if (message?.html === undefined) return notFound(response);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': mailPolicy, 'cache-control': 'no-store' });
    response.end(message.html);
    return;
  }

  const page = request.method === 'GET' ? pageFiles[path] : undefined;
  if (!page) return notFound(response);
  response.writeHead(200, { 'content-type': page[1], 'content-security-policy': pagePolicy, 'cache-control': 'no-cache' });
  response.end(readFileSync(join(import.meta.dirname, 'page', page[0])));
}

/** `//[` is a request line that Node takes and no address. */
function addressOf(request: IncomingMessage): URL {
  const target = request.url ?? '/';
  if (!URL.canParse(target, 'http://localhost')) throw new BadRequest('não entendi o endereço');
  return new URL(target, 'http://localhost');
}

function notFound(response: ServerResponse): void {
  sendJson(response, { status: 404, body: { error: { code: 'not_found', message: 'não existe' } } });
}

async function answerProvider(request: IncomingMessage, response: ServerResponse, path: string, options: WebOptions): Promise<void> {
  const door = path.startsWith('/gateway/') ? 'gateway' : 'evolution';
  // Only sending can go wrong on order: a test of the connection is no message.
  const fault = request.method === 'POST' ? options.faults.next(door) : undefined;
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'refuse') {
    return sendJson(response, { status: fault.status ?? 503, body: { error: { code: 'ordered_fault', message: 'falha encomendada' } } });
  }
  const answer =
    door === 'gateway'
      ? await answerGateway(request, path, options.gatewayToken, options.store)
      : await answerEvolution(request, path, options.evolution, options.store);
  if (fault?.kind === 'lose-answer') {
    request.socket.destroy();
    return;
  }
  sendJson(response, answer);
}

/** Tells the page that something changed, by Server-Sent Events; the page then asks again for what it shows. */
function streamChanges(request: IncomingMessage, response: ServerResponse, store: MessageStore): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
  response.write('retry: 1000\n\n');
  let waiting = false;
  const tell = () => {
    // A burst of thousands of messages is one change to a person.
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      response.write('event: change\ndata: {}\n\n');
    }, 100).unref();
  };
  const unsubscribe = store.onChange(tell);
  const heartbeat = setInterval(() => response.write(': \n\n'), 25_000).unref();
  request.once('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
  });
}

import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { receiptOf } from '../messaging/http-receipt.ts';
import { JsonClient } from './json-request.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(handler: (request: IncomingMessage, response: ServerResponse, count: number) => void): Promise<string> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => handler(request, response, ++count));
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const clients: JsonClient[] = [];
const ask = (url: string, timeoutMs = 5000) => {
  const client = new JsonClient();
  clients.push(client);
  return client.ask({
    url,
    headers: { authorization: 'Bearer segredo-muito-secreto' },
    body: { to: 'x' },
    secrets: ['segredo-muito-secreto'],
    signal: AbortSignal.timeout(timeoutMs),
  });
};
/** By a contract that promises an id. */
const post = async (url: string, timeoutMs?: number) =>
  receiptOf(await ask(url, timeoutMs), {
    taken: ({ id }) => (id === undefined ? undefined : { kind: 'sent', status: 'sent', providerMessageId: String(id) }),
  });
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

describe('what became of a request', () => {
  it('was taken when the answer keeps the promise of an id; without it nobody knows, and a page is no gateway', async () => {
    expect(await post(await serve((_, response) => void response.writeHead(202).end('{"id":1}')))).toEqual({
      kind: 'sent',
      status: 'sent',
      providerMessageId: '1',
    });
    expect(await post(await serve((_, response) => void response.end('{"ok":true}')))).toMatchObject({ kind: 'unknown' });
    expect(await post(await serve((_, response) => void response.end('<html>Entrar</html>')))).toMatchObject({ kind: 'refused', fault: 'account' });
  });

  it.each([
    [422, 'person'],
    [400, 'person'],
    [413, 'message'],
    [401, 'account'],
    [403, 'account'],
    [404, 'account'],
    [302, 'account'],
  ])('%i is the fault of the %s', async (status, fault) => {
    const receipt = await post(await serve((_, response) => void response.writeHead(status).end('número inválido')));
    expect(receipt).toEqual({ kind: 'refused', fault, error: `o provedor respondeu ${status}: número inválido` });
  });

  it('keeps its connections', async () => {
    const sockets = new Set<unknown>();
    const url = await serve((request, response) => {
      sockets.add(request.socket);
      response.end('{"id":1}');
    });
    const client = new JsonClient();
    clients.push(client);
    for (let count = 0; count < 5; count++) await client.ask({ url, headers: {}, body: {}, secrets: [], signal: AbortSignal.timeout(5000) });
    expect(sockets.size).toBe(1);
  });

  it('is in doubt after a 500, 502 or 504, a cut connection, or silence', async () => {
    for (const status of [500, 502, 504]) expect((await post(await serve((_, response) => void response.writeHead(status).end()))).kind).toBe('unknown');
    expect((await post(await serve((request) => void request.socket.destroy()))).kind).toBe('unknown');
    expect((await post(await serve(() => undefined), 100)).kind).toBe('unknown');
  });

  it('never got there when nobody listens, or when the provider says that it is closed for now', async () => {
    const url = await serve(() => undefined);
    const server = servers.pop()!;
    await new Promise((resolve) => server.close(resolve));
    expect(await post(url)).toMatchObject({ kind: 'unreachable', error: expect.stringContaining('ECONNREFUSED') as string });
    expect((await post(await serve((_, response) => void response.writeHead(503).end()))).kind).toBe('unreachable');
  });

  it('is repeated after a 429 for as long as the provider asks, and three times at most', async () => {
    const times: number[] = [];
    const kind = (limit: number) =>
      serve((_, response, count) => {
        times.push(count);
        if (count <= limit) response.writeHead(429, { 'retry-after': '0' }).end();
        else response.end('{"id":1}');
      });
    expect((await post(await kind(2))).kind).toBe('sent');
    expect((await post(await kind(9))).kind).toBe('unreachable');
    expect(times).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('does not take the token elsewhere', async () => {
    let visited = false;
    const elsewhere = await serve((_, response) => {
      visited = true;
      response.end('{}');
    });
    expect((await post(await serve((_, response) => void response.writeHead(307, { location: elsewhere }).end()))).kind).toBe('refused');
    expect(visited).toBe(false);
  });

  it('says nothing of the token, even when the server echoes it', async () => {
    const answer = await post(await serve((request, response) => void response.writeHead(401).end(`no: ${request.headers.authorization}`)));
    expect(answer).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(answer)).not.toContain('segredo');
  });
});

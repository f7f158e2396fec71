import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../server/index.ts';
import { startOutbox } from './outbox/outbox.ts';

interface Subject {
  readonly url: string;
  /** Takes POSTs. */
  readonly door: string;
  readonly stop: () => Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), 'regua-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every HTTP server of ours, as it is started. */
const SERVERS: Record<string, () => Promise<Subject>> = {
  'the front door': async () => {
    mkdirSync(join(folder, 'page'), { recursive: true });
    writeFileSync(join(folder, 'page', 'index.html'), '<title>Régua</title>');
    const server = await startServer({ port: 0, designerFolder: join(folder, 'page'), n8nUrl: 'http://127.0.0.1:1' });
    return { ...server, door: '/api/n8n/workflows' };
  },
  'the outbox': async () => {
    const outbox = await startOutbox({ dataDir: join(folder, 'outbox') });
    return { url: outbox.url, door: '/control', stop: () => outbox.stop() };
  },
};

const host = 'host: localhost\r\n';
const target = (path: string) => `GET ${path} HTTP/1.1\r\n${host}\r\n`;

/** What is written on the wire, and the status that has to come back; `none` where the caller hung up and nobody is left to answer. */
const HOSTILE: readonly (readonly [what: string, bytes: (door: string) => string, statuses: readonly (number | 'none')[]])[] = [
  ['two slashes and a bracket', () => target('//['), [400, 404]],
  ['an absolute address that is none', () => target('http://[/'), [400]],
  ['a malformed percent encoding', () => target('/%zz'), [404]],
  ['a null byte', () => target('/%00'), [404]],
  ['half a character', () => target('/%e0%a4'), [404]],
  ['an encoded way up', () => target('/..%2f..%2fetc/passwd'), [404]],
  ['a malformed query', () => target('/?%zz=%'), [200]],
  ['an address of 100 kB', () => target(`/${'a'.repeat(100_000)}`), [431]],
  ['a header of 100 kB', () => `GET / HTTP/1.1\r\n${host}x: ${'a'.repeat(100_000)}\r\n\r\n`, [431]],
  ['a method that does not exist', () => `BREW / HTTP/1.1\r\n${host}\r\n`, [400]],
  ['a method that is not meant', () => `PATCH / HTTP/1.1\r\n${host}\r\n`, [404, 405]],
  ['TRACE', (door) => `TRACE ${door} HTTP/1.1\r\n${host}\r\n`, [404, 405]],
  ['no Host', () => 'GET / HTTP/1.1\r\n\r\n', [400, 403]],
  ['no Host in the old protocol', () => 'GET / HTTP/1.0\r\n\r\n', [400, 403]],
  ['no HTTP at all', () => '\u0016\u0003\u0001 olá\r\n\r\n', [400]],
  ['a length that is no number', (door) => `POST ${door} HTTP/1.1\r\n${host}content-length: muito\r\n\r\n`, [400]],
  ['two lengths', (door) => `POST ${door} HTTP/1.1\r\n${host}content-length: 3\r\ncontent-length: 4\r\n\r\nabcd`, [400]],
  [
    'a body shorter than it says',
    (door) => `POST ${door} HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: 9999\r\n\r\n{"a"`,
    ['none', 400, 500],
  ],
  ['a chunk that breaks off', (door) => `POST ${door} HTTP/1.1\r\n${host}transfer-encoding: chunked\r\n\r\n5\r\nab`, ['none', 400, 500]],
  ['a chunk whose size is none', (door) => `POST ${door} HTTP/1.1\r\n${host}transfer-encoding: chunked\r\n\r\nzz\r\n`, ['none', 400, 500]],
  ['a body that says it is huge', (door) => `POST ${door} HTTP/1.1\r\n${host}content-length: 99999999999\r\n\r\n{`, ['none', 400, 413, 500]],
];

/** Writes the bytes, hangs up its own side, and reads what comes until the other side does. */
function send(url: string, bytes: string): Promise<{ status: number | 'none'; head: string; body: string }> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' });
    let text = '';
    const done = () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      const [head = '', ...body] = text.split('\r\n\r\n');
      resolve({ status: status === undefined ? 'none' : Number(status), head, body: body.join('\r\n\r\n') });
    };
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', done);
    socket.on('error', () => undefined);
    socket.write(bytes);
    // Long enough for the request to be taken up before its sender is gone.
    setTimeout(() => socket.end(), 60);
    setTimeout(() => socket.destroy(), 1500).unref();
  });
}

describe.each(Object.entries(SERVERS))('%s', (_name, start) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await start();
  });
  afterAll(() => subject.stop());

  it.each(HOSTILE)('answers and lives on after %s', async (_what, bytes, statuses) => {
    const { status, head, body } = await send(subject.url, bytes(subject.door));
    expect(statuses).toContain(status);
    if (status !== 'none' && status !== 200) expect(head).toMatch(/content-type: application\/json/i);
    expect(body).not.toMatch(/\bat .+:\d+:\d+|node_modules/);
    expect((await fetch(subject.url)).status).toBe(200);
  });

  it('lives on after fifty callers who hang up in the middle', async () => {
    await Promise.all(
      Array.from(
        { length: 50 },
        (_each, index) =>
          new Promise<void>((resolve) => {
            const socket = connect({ port: Number(new URL(subject.url).port), host: '127.0.0.1' });
            socket.on('close', () => resolve());
            socket.on('error', () => undefined);
            socket.write(`POST ${subject.door} HTTP/1.1\r\n${host}content-length: 5000\r\n\r\n{`);
            setTimeout(() => socket.resetAndDestroy(), index % 7);
          }),
      ),
    );
    expect((await fetch(subject.url)).status).toBe(200);
  });
});

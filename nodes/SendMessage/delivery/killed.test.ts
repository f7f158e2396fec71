import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../core/simulation/random.ts';
import { openSqliteLedger } from '../../../ledger/index.ts';
import { portfolioOf } from '../../../ledger/testing/fixtures.ts';

const CASES = 700;
const KILLS = 20;
/** As many as the run has under way. */
const WIDTH = 20;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'regua-killed-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a run that is killed twenty times', { timeout: 120_000 }, () => {
  it('writes to nobody twice; every doubt and every letter has its task, and no more is in doubt than was under way', async () => {
    const written = new Map<string, number>();
    let heard: () => void = () => undefined;
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (request.method !== 'POST') return void response.writeHead(404).end();
        const { to } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { to: string };
        written.set(to, (written.get(to) ?? 0) + 1);
        heard();
        setTimeout(() => response.writeHead(202, { 'content-type': 'application/json' }).end('{"id":1,"status":"queued"}'), 4);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const file = join(folder, 'ledger.sqlite');
    const ledger = openSqliteLedger({ file });
    await ledger.migrate();
    const people = portfolioOf(CASES).map((one) => ({ ...one, debtor: { ...one.debtor, address: 'Rua das Flores, 10' } }));
    const ids = (await ledger.importCases(people, { portfolio: 'p', on: '2026-03-10', at: '2026-03-10T12:00:00Z' })).map(({ caseId }) => caseId);
    const start = () =>
      spawn(
        process.execPath,
        [join(import.meta.dirname, 'testing', 'killed-run.ts'), file, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ids.join()],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
    const random = mulberry32(7);
    let killed = 0;
    for (; killed < KILLS; killed++) {
      const child = start();
      const ended = once(child, 'exit');
      // Some messages later, at whatever it is doing then.
      const enough = written.size + Math.ceil(random() * 40);
      const delay = random() * 6;
      heard = () => {
        if (written.size >= enough) setTimeout(() => child.kill('SIGKILL'), delay);
      };
      const [code] = (await ended) as [number | null];
      if (code === 0) break;
    }
    heard = () => undefined;
    const last = start();
    expect(await once(last, 'exit')).toEqual([0, null]);
    server.close();

    const cases = [...(await ledger.loadCases(ids)).values()];
    const contacts = cases.flatMap((subject) => subject.contacts.map((contact) => ({ caseId: subject.id, ...contact })));
    const open = new Set((await ledger.tasks({ status: 'open' })).map(({ key }) => key));
    await ledger.close();
    const unknown = contacts.filter(({ status }) => status === 'unknown');
    const letters = contacts.filter(({ channel, status }) => channel === 'letter' && status !== 'unknown');
    expect(killed).toBeGreaterThan(5);
    expect(unknown.length).toBeGreaterThan(0);
    expect(Math.max(...written.values())).toBe(1);
    expect(contacts).toHaveLength(CASES);
    expect(contacts.filter(({ status }) => status === 'claimed')).toEqual([]);
    expect(unknown.length).toBeLessThanOrEqual(killed * WIDTH);
    expect(unknown.filter(({ id }) => !open.has(`reconcile:${id}`))).toEqual([]);
    expect(letters.filter(({ id }) => !open.has(`letter:${id}`))).toEqual([]);
    // Whoever was written to is known as such or in doubt, and nobody was forgotten.
    const known = new Set(
      contacts.filter(({ channel, status }) => channel === 'sms' && (status === 'sent' || status === 'unknown')).map(({ caseId }) => caseId),
    );
    expect(known.size).toBe(CASES - letters.length - unknown.filter(({ channel }) => channel === 'letter').length);
    expect(written.size).toBeGreaterThanOrEqual(contacts.filter(({ channel, status }) => channel === 'sms' && status === 'sent').length);
  });
});

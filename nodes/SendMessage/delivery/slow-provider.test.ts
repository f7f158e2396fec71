import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cadenceSchema, settingsOf } from '../../../core/cadence/index.ts';
import type { Ledger } from '../../../ledger/index.ts';
import { openSqliteLedger } from '../../../ledger/index.ts';
import { portfolioOf } from '../../../ledger/testing/fixtures.ts';
import { postgresEngines } from '../../../ledger/testing/postgres.ts';
import type { MessageProvider } from '../../../providers/messaging/index.ts';
import { gatewayProvider } from '../../../providers/messaging/index.ts';
import type { Moment } from '../../shared/today.ts';
import { deliver } from './deliver.ts';
import { ProviderSet } from './provider-set.ts';
import type { DeliveryRequest, DeliveryResult } from './request.ts';

const settings = settingsOf(
  cadenceSchema.parse({
    schemaVersion: 2,
    id: 'regua',
    name: 'Teste',
    creditor: { name: 'Loja Boa', document: '11222333000181', address: 'Rua A, 1', phone: '1133334444', paymentUrl: 'https://pagar.example' },
    tiers: [{ id: 'all', name: 'Todos' }],
    tracks: [{ id: 't', name: 'T' }],
  }),
);
// A Tuesday in March, at eleven in São Paulo.
const moment: Moment = { today: '2026-03-10', now: '2026-03-10T14:00:00Z', kind: 'demonstration' };
const step = { id: 's', name: 'S', day: 1, trackId: 't', cycle: 'd', nextActionOn: '2026-03-20', reasons: [] };

/** A gateway that takes its time, and who was handed over to it when. */
async function slowGateway(answer: (count: number) => { status: number; body: object }, delayMs: number) {
  const written: { to: string; at: number }[] = [];
  let hear: (count: number) => void = () => undefined;
  let arrived = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.method !== 'POST') return void response.writeHead(404).end();
      const count = (arrived += 1);
      hear(count);
      setTimeout(() => {
        const { status, body } = answer(count);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      }, delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    written,
    provider: (): MessageProvider => {
      const gateway = gatewayProvider({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'segredo' });
      const send: MessageProvider['send'] = (message, signal) => {
        written.push({ to: message.to, at: performance.now() });
        return gateway.send(message, signal);
      };
      return { ...gateway, send };
    },
    onWritten: (listener: (count: number) => void) => (hear = listener),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const taken = (count: number) => ({ status: 202, body: { id: `m${count}`, status: 'queued' } });
const phoneOf = (index: number): string => `+55119${String(index).padStart(8, '0')}`;

let folder: string;
let closing: (() => Promise<unknown>)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regua-slow-'));
  closing = [];
});
afterEach(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function sqlite(): Promise<Ledger> {
  const ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  closing.push(() => ledger.close());
  await ledger.migrate();
  return ledger;
}

async function requestsFor(ledger: Ledger, count: number, at: () => Moment = () => moment): Promise<DeliveryRequest[]> {
  const outcomes = await ledger.importCases(portfolioOf(count), { portfolio: 'p', on: '2026-03-10', at: moment.now });
  return outcomes.map(({ caseId }, index) => ({
    index,
    settings,
    moment: at,
    item: { caseId, cadenceId: 'regua', today: moment.today, now: moment.now, step, why: [] },
    spec: { blockId: 'b', purpose: 'charge', channel: 'sms', asksForAnswer: false, texts: [{ channel: 'any', body: 'Olá, {{ debtor.firstName }}.' }] },
  }));
}

const run = (
  ledger: Ledger,
  requests: readonly DeliveryRequest[],
  gateway: Awaited<ReturnType<typeof slowGateway>>,
  change: object = {},
): Promise<DeliveryResult[]> => {
  const providers = new ProviderSet(() => Promise.resolve(gateway.provider()));
  return deliver(requests, { ledger, providers, concurrency: 20, timeoutMs: 5000, composeOnly: false, ...change }, () => undefined).finally(() =>
    providers.close(),
  );
};

const postgres = postgresEngines();
if ('missing' in postgres) console.warn(postgres.missing);
else afterAll(() => postgres.stop());

describe.each([
  ['SQLite', sqlite],
  ...('missing' in postgres
    ? []
    : [
        [
          'PostgreSQL',
          async (): Promise<Ledger> => {
            const ledger = await postgres.open();
            closing.push(() => ledger.close());
            return ledger;
          },
        ] as const,
      ]),
] as const)('while a slow provider works through two hundred messages, on %s', (_, open) => {
  it('whoever pays, opts out or contests is not written to after it was recorded', async () => {
    const ledger = await open();
    const requests = await requestsFor(ledger, 200);
    const gateway = await slowGateway(taken, 60);
    closing.push(gateway.close);
    const recorded = new Map<string, number>();
    const recording: Promise<void>[] = [];
    const record = async (index: number): Promise<void> => {
      const { caseId } = requests[index]!.item;
      const at = '2026-03-10T14:00:01Z';
      if (index % 3 === 0) await ledger.recordPayment({ portfolio: 'p', reference: `pix-${index}`, amount: 1_000_000, paidOn: '2026-03-10', at, caseId });
      else if (index % 3 === 1) await ledger.recordOptOut({ caseId, channel: 'all', at });
      else await ledger.recordDispute({ caseId, on: '2026-03-10', at });
      recorded.set(phoneOf(index), performance.now());
    };
    // While the first ones are on their way, the second half asks for peace, from the end backwards.
    gateway.onWritten((count) => {
      if (count <= 100) recording.push(record(200 - count));
    });
    const results = await run(ledger, requests, gateway);
    await Promise.all(recording);
    const late = gateway.written.filter(({ to, at }) => at > (recorded.get(to) ?? Number.POSITIVE_INFINITY));
    expect(recorded.size).toBeGreaterThan(60);
    expect(late).toEqual([]);
    expect(results).toHaveLength(200);
    const left = results.filter(({ kind }) => kind === 'peace');
    expect(left.length).toBeGreaterThan(40);
    for (const { message } of left) expect(['paid', 'no-channel', 'opted-out', 'contested']).toContain(message.code);
  });
});

describe('a token that is changed in the middle of a run', () => {
  it('stops that provider, costs nobody a step, and is told to one person once', async () => {
    const ledger = await sqlite();
    const requests = await requestsFor(ledger, 120);
    const gateway = await slowGateway((count) => (count <= 40 ? taken(count) : { status: 401, body: { message: 'token errado' } }), 5);
    closing.push(gateway.close);
    const results = await run(ledger, requests, gateway);
    expect(results.filter(({ kind }) => kind === 'sent')).toHaveLength(40);
    // Those that were under way when the first refusal came, and no more.
    expect(gateway.written.length).toBeLessThanOrEqual(60);
    const tasks = await ledger.tasks({ status: 'open' });
    expect(tasks.map(({ kind }) => kind)).toEqual(['provider']);
    expect(tasks[0]!.instructions).toContain('401');
    const cases = [...(await ledger.loadCases(requests.map(({ item }) => item.caseId))).values()];
    const waiting = cases.filter(({ contacts }) => contacts.length === 0);
    expect(waiting).toHaveLength(80);
    for (const { steps } of waiting) expect(steps).toMatchObject([{ stepId: 's', status: 'deferred' }]);
  });
});

describe('a ledger that is taken away in the middle of a run', () => {
  it('is noticed: nothing more leaves, and the run says what to do', async () => {
    const ledger = await sqlite();
    const requests = await requestsFor(ledger, 120);
    const gateway = await slowGateway(taken, 20);
    closing.push(gateway.close);
    gateway.onWritten((count) => {
      if (count === 30) renameSync(join(folder, 'ledger.sqlite'), join(folder, 'longe.sqlite'));
    });
    await expect(run(ledger, requests, gateway)).rejects.toThrow('foi apagado ou trocado');
    expect(gateway.written.length).toBeLessThanOrEqual(60);
  });
});

describe('the hour that ends in the middle of a run', () => {
  it('ends the sending to the second', async () => {
    const ledger = await sqlite();
    let now = '2026-03-10T22:59:58Z';
    const at = (): Moment => ({ today: '2026-03-10', now, kind: 'demonstration' });
    const requests = await requestsFor(ledger, 100, at);
    const gateway = await slowGateway(taken, 5);
    closing.push(gateway.close);
    gateway.onWritten((count) => {
      // Eight in the evening in São Paulo.
      if (count === 40) now = '2026-03-10T23:00:01Z';
    });
    const results = await run(ledger, requests, gateway);
    expect(gateway.written.length).toBeLessThanOrEqual(60);
    const left = results.filter(({ kind }) => kind === 'peace');
    expect(left.length).toBeGreaterThanOrEqual(40);
    for (const { message } of left) expect(message).toMatchObject({ code: 'hours', deferredUntil: '2026-03-11' });
  });
});

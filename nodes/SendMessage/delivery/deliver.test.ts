import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cadenceSchema, settingsOf } from '../../../core/cadence/index.ts';
import type { Ledger } from '../../../ledger/index.ts';
import { openSqliteLedger } from '../../../ledger/index.ts';
import { portfolioOf } from '../../../ledger/testing/fixtures.ts';
import type { MessageProvider, SendReceipt } from '../../../providers/messaging/index.ts';
import { deliver } from './deliver.ts';
import { ProviderSet } from './provider-set.ts';
import type { DeliveryRequest } from './request.ts';

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
const moment = { today: '2026-03-10', now: '2026-03-10T14:00:00Z', kind: 'demonstration' } as const;

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-deliver-'));
  ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  await ledger.migrate();
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function requestsFor(count: number): Promise<DeliveryRequest[]> {
  const outcomes = await ledger.importCases(portfolioOf(count), { portfolio: 'p', on: '2026-03-10', at: moment.now });
  return outcomes.map(({ caseId }, index) => ({
    index,
    settings,
    moment: () => moment,
    item: { caseId, cadenceId: 'regua', today: moment.today, now: moment.now, why: [] },
    spec: { blockId: 'b', purpose: 'charge', channel: 'sms', asksForAnswer: false, texts: [{ channel: 'any', body: 'Olá, {{ debtor.firstName }}.' }] },
  }));
}

/** A provider that notes how many messages were under way at once. */
function counting(concurrency: number, answer: (count: number) => Promise<SendReceipt>): MessageProvider & { sent: number; most: number } {
  let under = 0;
  const provider = {
    concurrency,
    sent: 0,
    most: 0,
    async send() {
      provider.sent += 1;
      under += 1;
      provider.most = Math.max(provider.most, under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under -= 1;
      return answer(provider.sent);
    },
    close: () => Promise.resolve(),
  };
  return provider;
}

const sent = (): Promise<SendReceipt> => Promise.resolve({ kind: 'sent', status: 'sent' });
const run = (requests: readonly DeliveryRequest[], provider: MessageProvider, change: object = {}) =>
  deliver(
    requests,
    { ledger, providers: new ProviderSet(() => Promise.resolve(provider)), concurrency: 50, timeoutMs: 5000, composeOnly: false, ...change },
    () => undefined,
  );

describe('a delivery', () => {
  it('keeps to the provider’s own limit and to the node’s', async () => {
    const requests = await requestsFor(60);
    const provider = counting(7, sent);
    await run(requests.slice(0, 30), provider);
    expect(provider.most).toBe(7);
    const other = counting(50, sent);
    await run(requests.slice(30), other, { concurrency: 3 });
    expect(other.most).toBe(3);
  });

  it('sends once what two deliveries want at the same time', async () => {
    const requests = await requestsFor(40);
    const provider = counting(20, sent);
    const results = (await Promise.all([run(requests, provider), run(requests, provider)])).flat();
    expect(provider.sent).toBe(40);
    expect(results.filter(({ kind }) => kind === 'sent')).toHaveLength(40);
    expect(results.filter(({ message }) => message.code === 'already')).toHaveLength(40);
  });

  it('takes a provider that throws for doubt, not for a reason to try again', async () => {
    const [request] = await requestsFor(1);
    const provider = counting(1, () => Promise.reject(new Error('bug')));
    const [result] = await run([request!], provider);
    expect(result).toMatchObject({ kind: 'failed', message: { status: 'unknown' } });
    await run([request!], provider);
    expect(provider.sent).toBe(1);
  });

  it('begins nothing more once a person stopped it', async () => {
    const requests = await requestsFor(450);
    const stop = new AbortController();
    const provider = counting(20, () => {
      stop.abort();
      return sent();
    });
    await run(requests, provider, { stop: stop.signal });
    // What was under way when the person said so, and nothing more; not one claim is left behind.
    expect(provider.sent).toBeLessThanOrEqual(20);
    expect((await run(requests, counting(20, sent))).filter(({ kind }) => kind === 'sent')).toHaveLength(450 - provider.sent);
  });
});

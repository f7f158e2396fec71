import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { momentOf } from '../shared/today.ts';
import { readBody } from './inbound/read-body.ts';
import { recordEvents } from './record-event.ts';

/** One webhook of Evolution with this many receipts, as it comes after a large sending: how long it takes, and how long at most n8n's main process is held. */
const RECEIPTS = 20_000;

let folder: string;
let ledger: Ledger;
let round = 0;
const delay = monitorEventLoopDelay({ resolution: 1 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-receipts-bench-'));
  ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  await ledger.migrate();
});
afterAll(async () => {
  console.log(`longest stretch without a turn for others: ${(delay.max / 1e6).toFixed(0)} ms`);
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function one(): Promise<void> {
  round += 1;
  const data = Array.from({ length: RECEIPTS }, (_, index) => ({ keyId: `r${round}-${index}`, status: 'DELIVERY_ACK' }));
  delay.enable();
  const body = await readBody({ event: 'messages.update', data });
  if (body.kind !== 'events') throw new Error(body.reason);
  const door = { cadenceId: 'regua', portfolio: 'principal', run: undefined };
  await recordEvents(body.events, { ledger, door, moment: momentOf('2026-03-10') });
  delay.disable();
}

describe(`a webhook of ${RECEIPTS} receipts`, () => {
  test('read and recorded', { timeout: 120_000 }, async ({ bench }) => {
    await bench('in pieces', one).run({ iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 });
  });
});

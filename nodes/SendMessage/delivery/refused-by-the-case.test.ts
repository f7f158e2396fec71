import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cadenceSchema, settingsOf } from '../../../core/cadence/index.ts';
import type { Ledger } from '../../../ledger/index.ts';
import { openSqliteLedger } from '../../../ledger/index.ts';
import { portfolioOf } from '../../../ledger/testing/fixtures.ts';
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
const moment = { today: '2026-03-10', now: '2026-03-10T14:00:00Z', simulated: true };

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-refused-'));
  ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  await ledger.migrate();
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a message that the case itself refuses', () => {
  it('leaves the step open for tomorrow when the debt was paid meanwhile; it is never ticked off', async () => {
    const [outcome] = await ledger.importCases(portfolioOf(1), { portfolio: 'p', on: '2026-03-10', at: moment.now });
    const caseId = outcome!.caseId;
    await ledger.recordPayment({ portfolio: 'p', reference: 'pix-1', amount: 1_000_000, paidOn: '2026-03-10', at: moment.now, caseId });
    const held = (await ledger.loadCases([caseId])).get(caseId)!;
    const step = { id: 's', trackId: 't', reasons: [], name: 'Aviso', day: 9, cycle: held.debts[0]!.id, nextActionOn: '2026-03-20', closedBy: 'b' };
    const request = {
      index: 0,
      settings,
      moment: () => moment,
      item: { caseId, cadenceId: 'regua', today: moment.today, now: moment.now, why: [], step },
      spec: { blockId: 'b', purpose: 'charge', channel: 'sms', asksForAnswer: false, texts: [{ channel: 'any', body: 'Olá, {{ debtor.firstName }}.' }] },
    } as unknown as DeliveryRequest;
    const nobody = new ProviderSet(() => Promise.reject(new Error('nothing may leave')));
    const [result] = await deliver([request], { ledger, providers: nobody, concurrency: 1, timeoutMs: 5000, composeOnly: false }, () => undefined);
    expect(result).toMatchObject({ kind: 'peace', message: { status: 'not-sent', code: 'paid' } });
    const after = (await ledger.loadCases([caseId])).get(caseId)!;
    expect(after.steps).toMatchObject([{ stepId: 's', status: 'deferred' }]);
  });
});

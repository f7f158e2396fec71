import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cadenceSchema, settingsOf } from '../../core/cadence/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { portfolioOf } from '../../ledger/testing/fixtures.ts';
import { sendMessages } from './send.ts';

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
const at = '2026-03-10T14:00:00Z';

let folder: string;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
  folder = mkdtempSync(join(tmpdir(), 'regua-pairing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

describe('the items that leave the message node', () => {
  it('each lead back to the item they came from, also when one before them failed', async () => {
    const file = join(folder, 'ledger.sqlite');
    const ledger = openSqliteLedger({ file });
    await ledger.migrate();
    const ids = (await ledger.importCases(portfolioOf(3), { portfolio: 'p', on: '2026-03-10', at })).map(({ caseId }) => caseId);
    await ledger.startRun({ id: 'r', cadenceId: 'regua', portfolio: 'p', on: '2026-03-10', startedAt: at, settings });
    await ledger.close();
    const item = (caseId: string) => ({ json: { caseId, cadenceId: 'regua', runId: 'r', today: '2026-03-10', why: [] } });
    const input = [{ json: { nada: true } }, item(ids[0]!), item('desconhecido'), item(ids[1]!), item(ids[2]!)];
    const parameters: Record<string, unknown> = {
      operation: 'composeOnly',
      blockId: 'b',
      channel: 'sms',
      texts: { text: [{ channel: 'any', tierId: '', defaultReason: '', subject: '', body: 'Olá, {{ debtor.firstName }}.' }] },
    };
    const context = {
      getNodeParameter: (name: string, _index: number, fallback: unknown) => (name in parameters ? parameters[name] : fallback),
      getNode: () => ({
        id: 'n',
        name: 'Mensagem',
        type: 'n8n-nodes-regua.sendMessage',
        typeVersion: 1,
        parameters: {},
        credentials: { reguaLedger: { id: '1', name: 'x' } },
      }),
      getCredentials: () => Promise.resolve({ engine: 'sqlite', file }),
      getInputData: () => input,
      getExecutionCancelSignal: () => undefined,
      getInputConnectionData: () => Promise.resolve(undefined),
      continueOnFail: () => false,
      addExecutionHints: () => undefined,
      logger: { warn: () => undefined },
    } as unknown as IExecuteFunctions;
    const [left, held, failed] = await sendMessages.call(context);
    const from = (list: typeof left): unknown[] => list!.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json['caseId']]);
    expect([...from(left), ...from(held)]).toEqual([
      [1, ids[0]],
      [3, ids[1]],
      [4, ids[2]],
    ]);
    expect(from(failed)).toEqual([
      [0, undefined],
      [2, 'desconhecido'],
    ]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IWebhookFunctions } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { importedCase, importedDebt, importOne, PORTFOLIO } from '../../ledger/testing/fixtures.ts';
import { receive } from './receive.ts';

const SECRET = 'um-segredo-bem-comprido';
let folder: string;
let file: string;
let ledger: Ledger;
let caseId: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T14:00:00Z') });
  vi.stubEnv('REGUA_DEMONSTRATION', '');
  vi.stubEnv('REGUA_TODAY', '2026-06-30');
  folder = mkdtempSync(join(tmpdir(), 'regua-receive-'));
  file = join(folder, 'ledger.sqlite');
  ledger = openSqliteLedger({ file });
  await ledger.migrate();
  caseId = await importOne(ledger, importedCase({}, [importedDebt({ dueDate: '2026-03-09' })]));
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** A webhook's call of an event that nobody dated. */
async function post(body: object) {
  const answer = { status: 200, body: {} as object };
  const warn = vi.fn<(text: string) => void>();
  const credentials: Record<string, object> = { reguaLedger: { engine: 'sqlite', file }, reguaWebhook: { header: 'Authorization', secret: SECRET } };
  const context = {
    getNode: () => ({ name: 'Eventos', type: 'n8n-nodes-regua.reguaTrigger', typeVersion: 2, parameters: {}, credentials }),
    getCredentials: (type: string) => Promise.resolve(credentials[type]),
    getHeaderData: () => ({ authorization: `Bearer ${SECRET}` }),
    getWebhookName: () => 'default',
    getBodyData: () => body,
    getRequestObject: () => ({ rawBody: Buffer.from(JSON.stringify(body)) }),
    getNodeParameter: (name: string) => (name === 'events' ? ['payment'] : name === 'portfolio' ? PORTFOLIO : ''),
    getResponseObject: () => ({ status: (status: number) => ({ json: (given: object) => Object.assign(answer, { status, body: given }) }) }),
    logger: { warn },
  };
  const result = await receive(context as unknown as IWebhookFunctions);
  return { answer, warn, items: result.workflowData?.[0]?.map(({ json }) => json) ?? [] };
}

describe('an event while REGUA_TODAY says another day', () => {
  it('is a fact of the clock’s day, and what the workflow does with it is a rehearsal', async () => {
    const { items, warn } = await post({ event: 'payment', reference: 'pix-1', amount: '10.00', caseId });
    expect((await ledger.loadCases([caseId])).get(caseId)!.debts[0]!.payments).toMatchObject([{ amount: 1000, date: '2026-03-10' }]);
    expect(items).toMatchObject([{ caseId, today: '2026-06-30', rehearsal: true, event: { kind: 'payment' } }]);
    expect(items[0]!['why']).toEqual([expect.stringMatching(/^Ensaio: .*O evento foi gravado com a data de hoje/)]);
    expect(warn.mock.calls[0]![0]).toContain('nó "Eventos": Ensaio:');
  });

  it('is asked for again later when REGUA_TODAY cannot be read, since its sender did nothing wrong', async () => {
    vi.stubEnv('REGUA_TODAY', 'amanhã');
    const { answer } = await post({ event: 'payment', reference: 'pix-1', amount: '10.00', caseId });
    expect(answer).toMatchObject({ status: 500, body: { ok: false, code: 'setup.today', reason: expect.stringContaining('REGUA_TODAY') as string } });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cadenceSchema, settingsOf } from '../../core/cadence/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { importedCase, importedDebt } from '../../ledger/testing/fixtures.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';

const SECRET = 'um-segredo-bem-comprido';
const DOCUMENT = '52998224725';
let folder: string;
let n8n: N8n;
let ledger: Ledger;
let caseId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-trigger-'));
  ledger = openSqliteLedger({ file: join(folder, '.n8n', 'regua', 'ledger.sqlite') });
  await ledger.migrate();
  const on = { portfolio: 'principal', on: '2026-03-10', at: '2026-03-10T12:00:00Z' };
  const debts = [importedDebt({ number: 'NF-1', dueDate: '2026-03-02' }), importedDebt({ number: 'NF-2', dueDate: '2026-03-20' })];
  caseId = (await ledger.importCases([importedCase({ document: DOCUMENT }, debts)], on))[0]!.caseId;
  const document = cadenceSchema.parse({
    schemaVersion: 2,
    id: 'regua',
    name: 'Teste',
    tiers: [{ id: 'all', name: 'Todos' }],
    tracks: [{ id: 't', name: 'T' }],
  });
  await ledger.startRun({ id: 'run-1', cadenceId: 'regua', portfolio: 'principal', on: on.on, startedAt: on.at, settings: settingsOf(document) });
  n8n = await startN8n({ userFolder: folder, env: { REGUA_TODAY: '2026-03-10' } });
  await n8n.cli.importCredentials([{ id: 'segredo', name: 'Segredo', type: 'reguaWebhook', data: { header: 'Authorization', secret: SECRET } }]);
  const { id } = await n8n.api.call<{ id: string }>('POST', '/workflows', {
    name: 'Eventos',
    settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all' },
    nodes: [
      {
        id: 'gatilho',
        name: 'Régua Trigger',
        type: 'n8n-nodes-regua.reguaTrigger',
        typeVersion: 2,
        position: [0, 0],
        webhookId: 'regua-regua',
        parameters: { cadenceId: 'regua', events: ['payment', 'reply'] },
        credentials: { reguaWebhook: { id: 'segredo', name: 'Segredo' } },
      },
      { id: 'p', name: 'Pagou', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
      { id: 'r', name: 'Respondeu', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 100], parameters: {} },
    ],
    connections: { 'Régua Trigger': { main: [[{ node: 'Pagou', type: 'main', index: 0 }], [{ node: 'Respondeu', type: 'main', index: 0 }]] } },
  });
  await n8n.api.call('POST', `/workflows/${id}/activate`);
  for (let tries = 0; (await get('?view=steps')).status === 404 && tries < 50; tries++) await pause(100);
});

afterAll(async () => {
  await n8n?.stop();
  await ledger?.close();
  rmSync(folder, { recursive: true, force: true });
});

const url = () => `${n8n.url}/webhook/regua-regua`;
const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };
const get = (query: string) => fetch(`${url()}${query}`, { headers });
async function post(body: unknown, with_: Record<string, string> = headers): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url(), { method: 'POST', headers: with_, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const subject = async () => (await ledger.loadCases([caseId])).get(caseId)!;

/** What reached a node in the newest execution that ran it. */
async function arrived(node: string): Promise<Record<string, unknown>[]> {
  for (let tries = 0; tries < 50; tries++) {
    const { data } = await n8n.api.call<{
      data: { data: { resultData: { runData: Record<string, { data: { main: { json: Record<string, unknown> }[][] } }[]> } } }[];
    }>('GET', '/executions?includeData=true&limit=20');
    const items = data.flatMap((execution) => execution.data?.resultData.runData[node]?.[0]?.data.main[0] ?? []).map(({ json }) => json);
    if (items.length > 0) return items;
    await pause(200);
  }
  return [];
}

describe('the Régua trigger in a running n8n', () => {
  it('asks for the secret', async () => {
    expect((await post({ event: 'reply' }, { 'content-type': 'application/json' })).status).toBe(401);
    expect((await post({ event: 'reply' }, { ...headers, authorization: 'Bearer outro-segredo-qualquer' })).status).toBe(401);
  });

  it('answers a bad body with 400 and what to change', async () => {
    expect(await post({ event: 'pagamento' })).toMatchObject({ status: 400, body: { ok: false, reason: expect.stringContaining('payment, reply') as string } });
    expect(await post({ event: 'payment', reference: 'x', amount: 'cem' })).toMatchObject({
      status: 400,
      body: { reason: expect.stringContaining('"amount"') as string },
    });
    expect(await post({ event: 'promise', document: DOCUMENT, dueOn: '2027-01-01' })).toMatchObject({
      status: 400,
      body: { reason: expect.stringContaining('20/03/2026') as string },
    });
    expect((await post({ event: 'reply', caseId: 'nobody', channel: 'sms', text: 'oi' })).status).toBe(404);
  });

  it('applies a payment once, answers at once and starts the payment’s output', async () => {
    const body = { event: 'payment', reference: 'pix-1', amount: '102,27', debtNumber: 'NF-1', paidOn: '2026-03-10' };
    expect(await post(body)).toMatchObject({ status: 200, body: { ok: true, results: [{ event: 'payment', result: 'recorded', caseId, id: 'pix-1' }] } });
    expect(await post(body)).toMatchObject({ status: 200, body: { ok: true, results: [{ result: 'duplicate' }] } });
    expect((await subject()).debts.map(({ number, status }) => `${number} ${status}`)).toEqual(['NF-1 paid', 'NF-2 open']);
    expect(await arrived('Pagou')).toMatchObject([
      {
        caseId,
        runId: 'run-1',
        cadenceId: 'regua',
        event: { kind: 'payment', id: 'pix-1', amount: '102.27', settled: false },
        debtor: { documentMasked: '***.982.247-**' },
      },
    ]);
  });

  it('takes the webhooks of Asaas and Evolution as they come', async () => {
    const asaas = { event: 'PAYMENT_RECEIVED', payment: { id: 'pay_1', value: 50, clientPaymentDate: '2026-03-10', externalReference: 'NF-2' } };
    expect(await post(asaas)).toMatchObject({ status: 200, body: { results: [{ event: 'payment', id: 'asaas:pay_1' }] } });
    expect(await post({ ...asaas, event: 'PAYMENT_CREATED' })).toMatchObject({ status: 200, body: { results: [] } });
    const reply = {
      event: 'messages.upsert',
      data: {
        key: { id: 'A1', fromMe: false, remoteJid: '5511987654321@s.whatsapp.net' },
        message: { conversation: 'Vou pagar amanhã' },
        messageTimestamp: 1773144000,
      },
    };
    expect(await post(reply)).toMatchObject({ status: 200, body: { results: [{ event: 'reply', result: 'recorded', caseId }] } });
    expect(await arrived('Respondeu')).toMatchObject([{ event: { kind: 'reply', id: 'A1', text: 'Vou pagar amanhã' } }]);
    expect(await post({ event: 'messages.update', data: { keyId: 'nunca-vista', status: 'DELIVERY_ACK' } })).toMatchObject({
      status: 200,
      body: { results: [{ event: 'delivery', result: 'kept' }] },
    });
  });

  it('reopens a debt whose payment went back, once, and says what cannot be reversed', async () => {
    const body = { event: 'reversal', paymentReference: 'asaas:pay_1', reference: 'med-1', reversalKind: 'med' };
    expect(await post(body)).toMatchObject({ status: 200, body: { results: [{ event: 'reversal', result: 'recorded', caseId, id: 'med-1' }] } });
    expect(await post(body)).toMatchObject({ status: 200, body: { results: [{ result: 'duplicate' }] } });
    expect((await subject()).debts.find(({ number }) => number === 'NF-2')).toMatchObject({ status: 'open', payments: [] });
    // Asaas's own notice of the same finds nothing more to reverse.
    const refunded = { event: 'PAYMENT_REFUNDED', payment: { id: 'pay_1', value: 50 } };
    expect(await post(refunded)).toMatchObject({ status: 400, body: { reason: 'Este pagamento já foi estornado por inteiro.' } });
    expect((await post({ event: 'reversal', paymentReference: 'nunca-visto' })).status).toBe(404);
  });

  it('hears a debtor who answers SAIR', async () => {
    expect((await post({ event: 'reply', caseId, channel: 'whatsapp', text: 'Sair, por favor' })).status).toBe(200);
    expect((await subject()).debtor.optedOut).toEqual(['whatsapp']);
  });

  it('records what it has no output for', async () => {
    expect((await post({ event: 'optOut', document: '529.982.247-25', channel: 'sms' })).status).toBe(200);
    expect((await post({ event: 'promise', caseId, dueOn: '2026-03-13', reason: 'forgot' })).status).toBe(200);
    expect((await post({ event: 'survey', caseId, score: 9, comment: 'Atenciosos' })).status).toBe(200);
    expect((await post({ event: 'dispute', caseId, debtNumbers: ['NF-2'], text: 'Não comprei' })).status).toBe(200);
    const now = await subject();
    expect(now.debtor).toMatchObject({ optedOut: ['whatsapp', 'sms'], defaultReason: 'forgot' });
    expect(now.promises).toMatchObject([{ dueOn: '2026-03-13' }]);
    expect(now.debts.find(({ number }) => number === 'NF-2')!.contestedOn).toBe('2026-03-10');
  });

  it('tells the designer the last day in words', async () => {
    expect(await (await get('?view=day')).json()).toMatchObject({
      ok: true,
      report: { portfolio: 'principal', on: '2026-03-10', runs: 1 },
      text: expect.stringContaining('10/03/2026') as string,
    });
  });

  it('tells the designer how many cases are in each step', async () => {
    await ledger.recordSteps([{ caseId, cadenceId: 'regua', stepId: 's1', cycle: 'x', status: 'entered', on: '2026-03-10', at: '2026-03-10T12:00:00Z' }]);
    const response = await get('?view=steps');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, cadenceId: 'regua', steps: [{ stepId: 's1', cases: 1 }] });
    expect((await get('')).status).toBe(404);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cadenceSchema, settingsOf } from '../../core/cadence/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { importedCase, importedDebt, importedPoint } from '../../ledger/testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../../ledger/index.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';

const SECRET = 'um-segredo-bem-comprido';
const DOCUMENT = '52998224725';
const BRUNO = '11144477735';
const PHONE = '+5511987654321';
let folder: string;
let n8n: N8n;
let ledger: Ledger;
let caseId: string;
/** The same person, with the same telephone and title, at another creditor. */
let atSchool: string;
/** A second debtor of the school, behind the same telephone. */
let brunoAtSchool: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-trigger-'));
  ledger = openSqliteLedger({ file: join(folder, '.n8n', 'regua', 'ledger.sqlite') });
  await ledger.migrate();
  const on = { portfolio: 'principal', on: '2026-03-10', at: '2026-03-10T12:00:00Z' };
  const debts = [importedDebt({ number: 'NF-1', dueDate: '2026-03-02' }), importedDebt({ number: 'NF-2', dueDate: '2026-03-20' })];
  caseId = (await ledger.importCases([importedCase({ document: DOCUMENT }, debts)], on))[0]!.caseId;
  const pupils = [importedCase({ document: DOCUMENT }, [debts[0]!]), importedCase({ document: BRUNO, name: 'Bruno' }, [importedDebt({ number: 'M-7' })])];
  [atSchool, brunoAtSchool] = (await ledger.importCases(pupils, { ...on, portfolio: 'escola' })).map((outcome) => outcome.caseId) as [string, string];
  const document = cadenceSchema.parse({
    schemaVersion: 2,
    id: 'regua',
    name: 'Teste',
    tiers: [{ id: 'all', name: 'Todos' }],
    tracks: [{ id: 't', name: 'T' }],
  });
  const settingsFor = (creditor: string) => ({ ...settingsOf(document), creditor: { ...settingsOf(document).creditor, document: creditor } });
  await ledger.startRun({ id: 'run-1', cadenceId: 'regua', portfolio: 'principal', on: on.on, startedAt: on.at, settings: settingsFor('11222333000181') });
  await ledger.startRun({ id: 'run-2', cadenceId: 'escola', portfolio: 'escola', on: on.on, startedAt: on.at, settings: settingsFor('11444777000161') });
  n8n = await startN8n({ userFolder: folder, env: { REGUA_TODAY: '2026-03-10' } });
  await n8n.cli.importCredentials([
    secret('segredo', SECRET),
    secret('vazio', ''),
    secret('curto', 'quinze-letras-1'),
    { id: 'sem-registro', name: 'Sem registro', type: 'reguaLedger', data: { engine: 'postgres', host: '127.0.0.1', port: 1, database: 'regua' } },
  ]);
  const nodes = [
    { id: 'p', name: 'Pagou', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
    { id: 'r', name: 'Respondeu', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 100], parameters: {} },
  ];
  const connections = { 'Régua Trigger': { main: [[{ node: 'Pagou', type: 'main', index: 0 }], [{ node: 'Respondeu', type: 'main', index: 0 }]] } };
  await publish(trigger('regua-regua', { cadenceId: 'regua', events: ['payment', 'reply'] }, { reguaWebhook: 'segredo' }), nodes, connections);
  await publish(trigger('regua-escola', { cadenceId: 'escola', events: [] }, { reguaWebhook: 'segredo' }));
  await publish(trigger('regua-nova', { cadenceId: 'nunca-rodou', events: [] }, { reguaWebhook: 'segredo' }));
  await publish(trigger('regua-nova-da-escola', { cadenceId: 'nunca-rodou', portfolio: 'escola', events: [] }, { reguaWebhook: 'segredo' }));
  await publish(trigger('regua-vazio', { cadenceId: 'regua', events: ['payment'] }, { reguaWebhook: 'vazio' }));
  await publish(trigger('regua-curto', { cadenceId: 'regua', events: ['payment'] }, { reguaWebhook: 'curto' }));
  await publish(trigger('regua-fora', { cadenceId: 'regua', events: ['payment'] }, { reguaWebhook: 'segredo', reguaLedger: 'sem-registro' }));
});

const secret = (id: string, value: string) => ({ id, name: id, type: 'reguaWebhook', data: { header: 'Authorization', secret: value } });

const trigger = (webhookId: string, parameters: object, credentials: Record<string, string>) => ({
  id: webhookId,
  name: 'Régua Trigger',
  type: 'n8n-nodes-regua.reguaTrigger',
  typeVersion: 2,
  position: [0, 0],
  webhookId,
  parameters,
  credentials: Object.fromEntries(Object.entries(credentials).map(([type, id]) => [type, { id, name: id }])),
});

async function publish(node: ReturnType<typeof trigger>, others: readonly object[] = [], connections: object = {}): Promise<void> {
  const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'all' };
  const { id } = await n8n.api.call<{ id: string }>('POST', '/workflows', { name: node.webhookId, settings, nodes: [node, ...others], connections });
  await n8n.api.call('POST', `/workflows/${id}/activate`);
  // n8n's own answer for an address nobody listens at speaks of the webhook.
  const listens = async () => !(await (await fetch(urlOf(node.webhookId))).text()).includes('is not registered');
  for (let tries = 0; !(await listens()) && tries < 50; tries++) await pause(100);
}

afterAll(async () => {
  await n8n?.stop();
  await ledger?.close();
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (webhookId: string) => `${n8n.url}/webhook/${webhookId}`;
const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };
const get = (query: string) => fetch(`${urlOf('regua-regua')}${query}`, { headers });
async function postTo(webhookId: string, body: unknown, with_: Record<string, string> = headers): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(urlOf(webhookId), { method: 'POST', headers: with_, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const post = (body: unknown) => postTo('regua-regua', body);
const RECEIVED = { status: 200, body: { ok: true, received: 1 } };
const kept = async (portfolio: string) => (await ledger.unattributedEvents({ portfolio })).map(({ kind, reason, body }) => ({ kind, reason, body }));
const caseOf = async (id: string) => (await ledger.loadCases([id])).get(id)!;
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
  it('takes nothing and shows nothing without the right secret, and says the same whatever is wrong', async () => {
    const payment = { event: 'payment', reference: 'roubo', amount: '102,27', debtNumber: 'NF-1' };
    const bare = { 'content-type': 'application/json' };
    const bearer = (value: string) => ({ ...bare, authorization: value });
    const tries: [string, Record<string, string>][] = [
      ['regua-regua', bare],
      ['regua-regua', bearer('Bearer outro-segredo-qualquer')],
      ['regua-regua', bearer(`${SECRET}x`)],
      ['regua-regua', bearer('')],
      ['regua-vazio', bare],
      ['regua-vazio', bearer('')],
      ['regua-vazio', bearer('Bearer ')],
      ['regua-curto', bearer('Bearer quinze-letras-1')],
    ];
    const refused = { status: 401, body: { ok: false, reason: 'Segredo ausente ou errado.' } };
    for (const [webhookId, with_] of tries) {
      expect(await postTo(webhookId, payment, with_)).toEqual(refused);
      for (const query of ['?view=steps', '?view=day', '']) {
        const response = await fetch(`${urlOf(webhookId)}${query}`, { headers: with_ });
        expect({ status: response.status, body: await response.json() }).toEqual(refused);
      }
    }
    expect((await subject()).debts.every(({ payments }) => payments.length === 0)).toBe(true);
    expect(await ledger.unmatchedPayments({ portfolio: ALL_PORTFOLIOS, status: 'all' })).toEqual([]);
  });

  it('is shut by n8n itself while no credential is attached', async () => {
    const node = trigger('regua-aberto', { cadenceId: 'regua', events: ['payment'] }, {});
    const { id } = await n8n.api.call<{ id: string }>('POST', '/workflows', { name: 'Aberto', settings: {}, nodes: [node], connections: {} });
    await n8n.api.call('POST', `/workflows/${id}/activate`).catch(() => undefined);
    await pause(500);
    const { status } = await postTo('regua-aberto', { event: 'payment', reference: 'roubo', amount: '102,27', debtNumber: 'NF-1' });
    expect([401, 404]).toContain(status);
    expect((await subject()).debts.every(({ payments }) => payments.length === 0)).toBe(true);
  });

  it('answers a bad body with 400, the field and what to change', async () => {
    expect(await post({ event: 'pagamento' })).toMatchObject({
      status: 400,
      body: { ok: false, field: 'event', reason: expect.stringContaining('payment, reply') as string },
    });
    expect(await post({ event: 'payment', reference: 'x', amount: 'cem' })).toMatchObject({
      status: 400,
      body: { field: 'amount', reason: expect.stringContaining('"amount"') as string },
    });
    expect(await post({ event: 'survey', document: '123', score: 9 })).toMatchObject({ status: 400, body: { field: 'document' } });
    expect(await post({ event: 'reply', caseId, channel: 'sms', text: 'x'.repeat(10_001) })).toMatchObject({
      status: 400,
      body: { field: 'text', reason: expect.stringContaining('10.000') as string },
    });
    expect(await post({ event: 'delivery', status: 'read' })).toMatchObject({ status: 400, body: { field: 'providerMessageId' } });
    // The same for a debtor and for nobody.
    for (const document of [DOCUMENT, '12345678909'])
      expect(await post({ event: 'promise', document, dueOn: '2027-01-01' })).toMatchObject({
        status: 400,
        body: { field: 'dueOn', reason: expect.stringContaining('20/03/2026') as string },
      });
  });

  it('refuses a body of more than ten megabytes, and says so', async () => {
    const body = { event: 'messages.upsert', data: { message: { conversation: 'x'.repeat(10 * 1024 * 1024) } } };
    expect(await post(body)).toMatchObject({ status: 413, body: { ok: false, reason: expect.stringContaining('10 MB') as string } });
  });

  it('tells the sender to repeat when the ledger is away', async () => {
    const { status, body } = await postTo('regua-fora', { event: 'payment', reference: 'pix-9', amount: '10,00', debtNumber: 'NF-1' });
    expect(status).toBe(500);
    expect(body['ok']).toBe(false);
  });

  it('answers alike whether or not somebody is a debtor, and keeps what is nobody’s', async () => {
    expect(await post({ event: 'survey', document: DOCUMENT, score: 8 })).toEqual(RECEIVED);
    expect(await post({ event: 'survey', document: '12345678909', score: 7 })).toEqual(RECEIVED);
    expect(await post({ event: 'reply', caseId: 'nobody', channel: 'sms', text: 'oi' })).toEqual(RECEIVED);
    expect(await post({ event: 'dispute', document: DOCUMENT, debtNumbers: ['OUTRO'] })).toEqual(RECEIVED);
    expect(await post({ event: 'agreement', document: DOCUMENT, offerId: 'inventada' })).toEqual(RECEIVED);
    expect(await post({ event: 'reversal', paymentReference: 'nunca-visto' })).toEqual(RECEIVED);
    expect((await kept('principal')).map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
      'survey: Ninguém nesta carteira com o que o aviso informa.',
      'reply: Ninguém nesta carteira com o que o aviso informa.',
      'dispute: Nenhum dos títulos contestados é deste cliente.',
      expect.stringContaining('agreement: '),
      expect.stringContaining('reversal: Não encontrei o pagamento'),
    ]);
    const response = await fetch(urlOf('regua-regua'), {
      method: 'POST',
      headers,
      body: '{"event":"survey","document":"12345678909","score":7,"apikey":"x-segredo"}',
    });
    expect(await response.json()).toEqual(RECEIVED.body);
    expect(JSON.stringify(await kept('principal'))).not.toContain('x-segredo');
  });

  it('applies a payment once, answers at once and starts the payment’s output', async () => {
    const body = { event: 'payment', reference: 'pix-1', amount: '102,27', debtNumber: 'NF-1', paidOn: '2026-03-10' };
    for (let times = 0; times < 2; times++) expect(await post(body)).toEqual(RECEIVED);
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
    expect(await post(asaas)).toEqual(RECEIVED);
    expect((await subject()).debts.find(({ number }) => number === 'NF-2')!.payments).toMatchObject([{ amount: 5000, reference: 'asaas:pay_1' }]);
    expect(await post({ ...asaas, event: 'PAYMENT_CREATED' })).toEqual({ status: 200, body: { ok: true, received: 0 } });
    const reply = {
      event: 'messages.upsert',
      data: {
        key: { id: 'A1', fromMe: false, remoteJid: '5511987654321@s.whatsapp.net' },
        message: { conversation: 'Vou pagar amanhã' },
        messageTimestamp: 1773144000,
      },
    };
    expect(await post(reply)).toEqual(RECEIVED);
    expect(await arrived('Respondeu')).toMatchObject([{ event: { kind: 'reply', id: 'A1', text: 'Vou pagar amanhã' } }]);
    expect(await post({ event: 'messages.update', data: { keyId: 'nunca-vista', status: 'DELIVERY_ACK' } })).toEqual(RECEIVED);
  });

  it('reopens a debt whose payment went back, once, and keeps what cannot be reversed', async () => {
    const body = { event: 'reversal', paymentReference: 'asaas:pay_1', reference: 'med-1', reversalKind: 'med' };
    for (let times = 0; times < 2; times++) expect(await post(body)).toEqual(RECEIVED);
    expect((await subject()).debts.find(({ number }) => number === 'NF-2')).toMatchObject({ status: 'open', payments: [] });
    // Asaas's own notice of the same finds nothing more to reverse, and a person sees it.
    expect(await post({ event: 'PAYMENT_REFUNDED', payment: { id: 'pay_1', value: 50 } })).toEqual(RECEIVED);
    expect((await kept('principal')).at(-1)).toMatchObject({ kind: 'reversal', reason: 'Este pagamento já foi estornado por inteiro.' });
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

  it('leaves the same person at another creditor alone: nothing above was booked there', async () => {
    const pupil = await caseOf(atSchool);
    expect(pupil.debtor).toMatchObject({ optedOut: [], contactPoints: [{ consent: {} }] });
    expect(pupil.debtor).not.toHaveProperty('defaultReason');
    expect(pupil.debts).toMatchObject([{ status: 'open', payments: [] }]);
    expect(pupil.debts[0]).not.toHaveProperty('contestedOn');
    expect(pupil.promises).toEqual([]);
    expect((await ledger.events(atSchool)).map(({ kind }) => kind).filter((kind) => !/^(debt|debtor)\.created$/.test(kind))).toEqual([]);
  });

  it('takes what is said at the school’s door for the school’s debtor only, by case id neither', async () => {
    const before = await subject();
    expect(await postTo('regua-escola', { event: 'survey', document: DOCUMENT, score: 3 })).toEqual(RECEIVED);
    expect((await ledger.events(atSchool)).at(-1)).toMatchObject({ kind: 'survey.answered', data: { score: 3 } });
    expect(await postTo('regua-escola', { event: 'optOut', caseId, channel: 'all' })).toEqual(RECEIVED);
    expect(await subject()).toEqual(before);
    expect((await kept('escola')).map(({ kind }) => kind)).toEqual(['optOut']);
  });

  it('hears SAIR from a telephone that two share: it is silent for both, neither is taken for the other, and a task asks', async () => {
    const reply = { event: 'reply', id: 'w1', phone: PHONE, channel: 'whatsapp', text: 'SAIR' };
    expect(await postTo('regua-escola', reply)).toEqual(RECEIVED);
    for (const id of [atSchool, brunoAtSchool])
      expect((await caseOf(id)).debtor).toMatchObject({ optedOut: [], contactPoints: [{ value: PHONE, consent: { whatsapp: false } }] });
    expect((await ledger.tasks({ status: 'open' })).map(({ kind }) => kind)).toEqual(['attribution']);
    expect((await subject()).debtor.contactPoints[0]!.consent).not.toHaveProperty('email');
  });

  it('before the first run of its cadence keeps what comes, or works on the portfolio that is written in it', async () => {
    expect(await postTo('regua-nova', { event: 'payment', reference: 'cedo', amount: '10,00', debtNumber: 'NF-1' })).toEqual(RECEIVED);
    expect(await ledger.unattributedEvents({ portfolio: ALL_PORTFOLIOS })).toContainEqual(
      expect.objectContaining({ portfolio: '', door: 'nunca-rodou', kind: 'payment', reason: expect.stringContaining('ainda não rodou') as string }),
    );
    expect(await postTo('regua-nova-da-escola', { event: 'payment', reference: 'cedo', amount: '10,00', debtNumber: 'M-7' })).toEqual(RECEIVED);
    expect((await caseOf(brunoAtSchool)).debts[0]!.payments).toMatchObject([{ amount: 1000 }]);
    const view = await fetch(`${urlOf('regua-nova')}?view=steps`, { headers });
    expect(await view.json()).toEqual({ ok: true, cadenceId: 'nunca-rodou', steps: [] });
  });

  it('keeps SAIR from an unknown number until an import brings it', async () => {
    const phone = '+5521999998888';
    expect(await post({ event: 'reply', phone, channel: 'whatsapp', text: 'SAIR' })).toEqual(RECEIVED);
    const carla = importedCase({ document: '12345678909', contactPoints: [importedPoint({ value: phone })] }, [importedDebt({ number: 'NF-3' })]);
    const [outcome] = await ledger.importCases([carla], { portfolio: 'principal', on: '2026-03-10', at: '2026-03-10T12:00:00Z' });
    expect((await caseOf(outcome!.caseId)).debtor.optedOut).toEqual(['whatsapp']);
  });

  it('takes a provider’s list with strange things in it, and keeps what it cannot read', async () => {
    const data = [
      null,
      'texto',
      { keyId: 'm1', status: 'constructor' },
      { keyId: 7, status: 'READ' },
      { keyId: 'x'.repeat(300), status: 'READ' },
      { keyId: 'm2', status: 'READ', __proto__: { polluted: true } },
    ];
    expect(await post({ event: 'messages.update', data })).toEqual({ status: 200, body: { ok: true, received: 2 } });
    expect((await kept('principal')).at(-1)).toMatchObject({ kind: 'unread', reason: expect.stringContaining('200 caracteres') as string });
  });

  it('serves others while twenty thousand receipts of one webhook are worked off', async () => {
    const data = Array.from({ length: 20_000 }, (_, index) => ({ keyId: `r${index}`, status: 'DELIVERY_ACK' }));
    let done = false;
    const big = post({ event: 'messages.update', data }).finally(() => void (done = true));
    let answered = 0;
    while (!done) {
      expect((await get('?view=steps')).status).toBe(200);
      answered += 1;
    }
    expect(await big).toEqual({ status: 200, body: { ok: true, received: 20_000 } });
    expect(answered).toBeGreaterThan(3);
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

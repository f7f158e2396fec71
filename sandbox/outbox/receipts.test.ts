import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readJson, sendJson, type Answer } from '../httpAnswers.ts';
import { startOutbox, type Outbox, type OutboxOptions } from './outbox.ts';

const RECEIVED: Answer = { status: 200, body: { ok: true, received: 1 } };
const REFUSED: Answer = { status: 401, body: { ok: false, reason: 'Segredo ausente ou errado.' } };
const SECRET = 'segredo-do-gatilho';

let dataDir: string;
let outbox: Outbox;
/** Stands for n8n's webhooks: each path answers as set here, and keeps what it got. */
let n8n: Server;
let answers: Record<string, Answer>;
let got: { path: string; body: unknown }[];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'regua-receipts-'));
  answers = { '/webhook/regua-a': RECEIVED };
  got = [];
  n8n = createServer(async (request, response) => {
    got.push({ path: request.url!, body: await readJson(request) });
    // As the trigger does: nothing without the secret.
    const known = request.headers.authorization === `Bearer ${SECRET}`;
    sendJson(response, known ? (answers[request.url!] ?? { status: 404, body: {} }) : REFUSED);
  }).listen(0, '127.0.0.1');
  await once(n8n, 'listening');
});

afterEach(async () => {
  await outbox.stop();
  n8n.closeAllConnections();
  n8n.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const webhooks = (...names: string[]) => ({
  deliveryWebhooks: async () => names.map((name) => `http://127.0.0.1:${(n8n.address() as AddressInfo).port}/webhook/${name}`),
});

async function start(options: Partial<OutboxOptions>): Promise<void> {
  outbox = await startOutbox({ dataDir, token: 'token-de-teste', webhookSecret: SECRET, ...options });
}

async function post(path: string, body: object = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${outbox.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer token-de-teste', apikey: 'token-de-teste' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const sendSms = async () =>
  (await post('/gateway/messages', { to: '+5511987654321', channel: 'sms', text: 'Olá', reference: 'contato-1' })).body['id'] as string;
const newest = () => outbox.list().messages[0]!;

describe('a delivery that a person confirms', () => {
  it('reaches the trigger with our reference, once, and is kept over a restart', async () => {
    await start(webhooks('regua-a'));
    const id = await sendSms();
    expect(newest().deliveredAt).toBeUndefined();
    const first = await post(`/api/messages/${id}/deliver`);
    expect(first).toMatchObject({ status: 200, body: { deliveredAt: expect.stringMatching(/Z$/) } });
    expect(await post(`/api/messages/${id}/deliver`)).toEqual(first);
    expect(got).toEqual([{ path: '/webhook/regua-a', body: { event: 'delivery', id: `${id}:delivered`, status: 'delivered', reference: 'contato-1' } }]);
    await outbox.stop();
    await start(webhooks('regua-a'));
    expect(newest()).toMatchObject({ id, deliveredAt: first.body['deliveredAt'] });
  });

  it("goes by the provider's id when there is no reference, as with Evolution", async () => {
    await start(webhooks('regua-a'));
    await post('/evolution/message/sendText/regua', { number: '5511987654321', text: 'Oi' });
    const { id } = newest();
    expect((await post(`/api/messages/${id}/deliver`)).status).toBe(200);
    expect(got).toMatchObject([{ body: { providerMessageId: id, status: 'delivered' } }]);
  });

  it('is told to every trigger, because none says whether the message is its own; one that refuses holds back no other', async () => {
    await start(webhooks('regua-b', 'regua-a', 'regua-c'));
    answers['/webhook/regua-b'] = REFUSED;
    answers['/webhook/regua-c'] = RECEIVED;
    expect((await post(`/api/messages/${await sendSms()}/deliver`)).status).toBe(200);
    expect(got.map(({ path }) => path)).toEqual(['/webhook/regua-b', '/webhook/regua-a', '/webhook/regua-c']);
  });

  it('is not taken from an outbox that does not know the secret', async () => {
    await start({ ...webhooks('regua-a'), webhookSecret: 'outro-segredo-qualquer' });
    expect((await post(`/api/messages/${await sendSms()}/deliver`)).status).toBe(502);
    expect(newest().deliveredAt).toBeUndefined();
  });

  it('says what to do when no cadence is published, and may be confirmed later', async () => {
    const urls = { deliveryWebhooks: async (): Promise<string[]> => [] };
    await start({ deliveryWebhooks: () => urls.deliveryWebhooks() });
    const id = await sendSms();
    expect(await post(`/api/messages/${id}/deliver`)).toEqual({
      status: 409,
      body: { error: { code: 'no_trigger', message: 'Publique a régua para que o recibo tenha a quem chegar.' } },
    });
    expect(newest().deliveredAt).toBeUndefined();
    urls.deliveryWebhooks = webhooks('regua-a').deliveryWebhooks;
    expect((await post(`/api/messages/${id}/deliver`)).status).toBe(200);
  });

  it('is not confirmed when the trigger refuses it or n8n is away', async () => {
    await start(webhooks('regua-a'));
    const id = await sendSms();
    answers['/webhook/regua-a'] = REFUSED;
    expect(await post(`/api/messages/${id}/deliver`)).toMatchObject({
      status: 502,
      body: { error: { message: 'A régua não aceitou o recibo: Segredo ausente ou errado.' } },
    });
    n8n.closeAllConnections();
    await new Promise((resolve) => n8n.close(resolve));
    expect(await post(`/api/messages/${id}/deliver`)).toMatchObject({ status: 502, body: { error: { code: 'unreachable' } } });
    expect(newest().deliveredAt).toBeUndefined();
  });

  it('is not for mail, nor for messages that are gone', async () => {
    await start(webhooks('regua-a'));
    const mailer = nodemailer.createTransport({ host: '127.0.0.1', port: outbox.smtpPort, secure: false });
    await mailer.sendMail({ from: 'a@loja.example', to: 'ana@exemplo.example', subject: 'Oi', text: 'Oi' });
    expect((await post(`/api/messages/${newest().id}/deliver`)).status).toBe(409);
    expect((await post('/api/messages/NADA/deliver')).status).toBe(404);
    expect(got).toEqual([]);
  });
});

describe('automatic receipts', () => {
  it('confirm every message some time after it arrived', async () => {
    await start({ ...webhooks('regua-a'), receiptsAfterMs: 50 });
    for (let count = 0; count < 9; count++) await sendSms();
    await vi.waitFor(() => expect(outbox.list().messages.filter((message) => message.deliveredAt !== undefined)).toHaveLength(9), { timeout: 5000 });
    expect(got).toHaveLength(9);
    for (const { at, deliveredAt } of outbox.list().messages) expect(Date.parse(deliveredAt!) - Date.parse(at)).toBeGreaterThanOrEqual(45);
  });

  it('are not sent unless asked for', async () => {
    await start(webhooks('regua-a'));
    await sendSms();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(got).toEqual([]);
  });
});

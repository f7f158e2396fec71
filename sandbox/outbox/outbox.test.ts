import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOutbox, type Outbox } from './outbox.ts';

let dataDir: string;
let outbox: Outbox;

const smtpLogin = { user: 'regua', password: 'senha-de-teste' };
const start = () => startOutbox({ dataDir, token: 'token-de-teste', smtpLogin });

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'regua-outbox-'));
  outbox = await start();
});

afterEach(async () => {
  await outbox.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${outbox.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(1000),
  });
}
const bearer = { authorization: 'Bearer token-de-teste' };
const sms = { to: '+5511987654321', channel: 'sms', text: 'Olá, Ana! Sua parcela venceu.', reference: 'caso-1' };

function mailer(password = smtpLogin.password) {
  return nodemailer.createTransport({
    host: '127.0.0.1',
    port: outbox.smtpPort,
    secure: false,
    auth: { user: smtpLogin.user, pass: password },
    socketTimeout: 1000,
  });
}
const mail = {
  from: { name: 'Loja Ipê', address: 'cobranca@loja.example' },
  to: 'ana@exemplo.example',
  subject: 'Sua parcela de março',
  text: 'Olá, Ana!',
  html: '<p>Olá, <b>Ana</b>!</p>',
};

describe('the gateway', () => {
  it('takes a message and keeps it as it came', async () => {
    const response = await post('/gateway/messages', sms, bearer);
    expect(response.status).toBe(202);
    const { id, status } = (await response.json()) as { id: string; status: string };
    expect(status).toBe('queued');
    expect(outbox.list().messages).toMatchObject([{ id, via: 'gateway', ...sms }]);
  });

  it('refuses a wrong token and keeps nothing', async () => {
    expect((await post('/gateway/messages', sms, { authorization: 'Bearer outro' })).status).toBe(401);
    expect((await fetch(`${outbox.url}/gateway/health`)).status).toBe(401);
    expect((await fetch(`${outbox.url}/gateway/health`, { headers: bearer })).status).toBe(200);
    expect(outbox.list().total).toBe(0);
  });

  it.each([
    [{ ...sms, to: '123' }, 'invalid_to'],
    [{ ...sms, channel: 'email' }, 'invalid_channel'],
    [{ ...sms, text: ' ' }, 'invalid_text'],
    [{ ...sms, reference: 7 }, 'invalid_reference'],
    ['não é JSON', 'bad_request'],
  ])('says what is wrong with %j', async (body, code) => {
    const response = await post('/gateway/messages', body, bearer);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe(code);
  });
});

describe('Evolution API', () => {
  const headers = { apikey: 'token-de-teste' };

  it('answers a text as Evolution does', async () => {
    const response = await post('/evolution/message/sendText/regua', { number: '5511987654321', text: 'Oi' }, headers);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      key: { remoteJid: '5511987654321@s.whatsapp.net', fromMe: true, id: expect.any(String) },
      message: { conversation: 'Oi' },
      messageTimestamp: expect.any(Number),
      status: 'PENDING',
    });
    expect(outbox.list({ channel: 'whatsapp' }).messages).toMatchObject([{ via: 'evolution', to: '5511987654321', text: 'Oi' }]);
  });

  it('names numbers of area codes from 31 up without the ninth digit, as WhatsApp does', async () => {
    const response = await post('/evolution/message/sendText/regua', { number: '5581987654321', text: 'Oi' }, headers);
    expect(await response.json()).toMatchObject({ key: { remoteJid: '558187654321@s.whatsapp.net' } });
  });

  it('gives the state of its instance', async () => {
    const response = await fetch(`${outbox.evolutionUrl}/instance/connectionState/regua`, { headers });
    expect(await response.json()).toEqual({ instance: { instanceName: 'regua', state: 'open' } });
  });

  it('refuses wrong key, unknown instance, incomplete body and a number that is not on WhatsApp', async () => {
    const body = { number: '5511987654321', text: 'Oi' };
    expect((await post('/evolution/message/sendText/regua', body, { apikey: 'outra' })).status).toBe(401);
    expect((await post('/evolution/message/sendText/outra', body, headers)).status).toBe(404);
    expect((await post('/evolution/message/sendText/regua', { number: '5511987654321' }, headers)).status).toBe(400);
    const absent = await post('/evolution/message/sendText/regua', { number: '5511987650000', text: 'Oi' }, headers);
    expect(absent.status).toBe(400);
    expect(await absent.json()).toMatchObject({ response: { message: [{ exists: false, number: '5511987650000' }] } });
    expect(outbox.list().total).toBe(0);
  });
});

describe('the mail server', () => {
  it('keeps subject, text, html and the envelope recipient', async () => {
    await mailer().sendMail({ ...mail, headers: { 'X-Regua-Reference': 'caso-2' } });
    expect(outbox.list().messages).toMatchObject([
      {
        channel: 'email',
        via: 'smtp',
        to: 'ana@exemplo.example',
        from: 'Loja Ipê <cobranca@loja.example>',
        subject: 'Sua parcela de março',
        text: expect.stringContaining('Olá, Ana!'),
        html: expect.stringContaining('<b>Ana</b>'),
        reference: 'caso-2',
      },
    ]);
  });

  it('refuses a wrong password', async () => {
    await expect(mailer('errada').verify()).rejects.toMatchObject({ responseCode: 535 });
    await expect(mailer().verify()).resolves.toBe(true);
  });

  it('refuses mail on order, then takes it', async () => {
    outbox.order({ kind: 'refuse', door: 'smtp', times: 1, status: 452 });
    await expect(mailer().sendMail(mail)).rejects.toMatchObject({ responseCode: 452 });
    expect(outbox.list().total).toBe(0);
    await mailer().sendMail(mail);
    expect(outbox.list().total).toBe(1);
  });

  it('loses the answer on order, having kept the mail', async () => {
    outbox.order({ kind: 'lose-answer', door: 'smtp', times: 1 });
    await expect(mailer().sendMail(mail)).rejects.toThrow();
    expect(outbox.list().total).toBe(1);
  });
});

describe('ordered faults', () => {
  it('refuses as many messages as ordered', async () => {
    await post('/control', { kind: 'refuse', door: 'gateway', status: 500, times: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await post('/gateway/messages', sms, bearer)).status);
    expect(statuses).toEqual([500, 500, 202]);
    expect(outbox.list().total).toBe(1);
  });

  it('hangs without keeping, and cuts the connection having kept', async () => {
    await post('/control', { kind: 'hang' });
    await expect(post('/gateway/messages', sms, bearer)).rejects.toThrow();
    expect(outbox.list().total).toBe(0);
    await post('/control', { kind: 'lose-answer', door: 'gateway' });
    await expect(post('/gateway/messages', sms, bearer)).rejects.toThrow();
    expect(outbox.list().total).toBe(1);
  });

  it('says what an order must look like, and forgets all on reset', async () => {
    expect((await post('/control', { kind: 'explode' })).status).toBe(400);
    await post('/control', { kind: 'refuse', times: 9 });
    await post('/control', { reset: true });
    expect((await post('/gateway/messages', sms, bearer)).status).toBe(202);
  });
});

describe('what was sent', () => {
  it('is listed newest first, by channel and by words without regard to accents, or by digits of the number', async () => {
    await post('/gateway/messages', sms, bearer);
    await post('/gateway/messages', { ...sms, channel: 'whatsapp', to: '(81) 98765-4321', text: 'Negociação aceita' }, bearer);
    const found = async (query: string) =>
      ((await (await fetch(`${outbox.url}/api/messages?${query}`)).json()) as { messages: { channel: string }[] }).messages.map((m) => m.channel);
    expect(await found('')).toEqual(['whatsapp', 'sms']);
    expect(await found('channel=sms')).toEqual(['sms']);
    expect(await found('q=negociacao')).toEqual(['whatsapp']);
    expect(await found('q=81987654')).toEqual(['whatsapp']);
    expect(await found('limit=1')).toEqual(['whatsapp']);
    expect((await fetch(`${outbox.url}/api/messages?channel=fax`)).status).toBe(400);
  });

  it('survives a restart, and is gone after clearing', async () => {
    await post('/gateway/messages', sms, bearer);
    await outbox.stop();
    outbox = await start();
    expect(outbox.list().total).toBe(1);
    expect((await fetch(`${outbox.url}/api/messages`, { method: 'DELETE' })).status).toBe(204);
    await outbox.stop();
    outbox = await start();
    expect(outbox.list().total).toBe(0);
    expect(readFileSync(join(dataDir, 'messages.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('is announced to the page as it happens', async () => {
    const stream = await fetch(`${outbox.url}/api/changes`);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await post('/gateway/messages', sms, bearer);
    expect((await reader.read()).value).toContain('event: change');
    await reader.cancel();
  });
});

describe('the page', () => {
  it('shows a mail in a frame that may do nothing', async () => {
    await mailer().sendMail({ ...mail, html: '<script>alert(1)</script>' });
    const { id } = outbox.list().messages[0]!;
    const response = await fetch(`${outbox.url}/mail/${id}`);
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect((await fetch(`${outbox.url}/mail/NADA`)).status).toBe(404);
  });

  it('is for this machine only: not by another name, not from another page', async () => {
    const status = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        httpRequest({ host: '127.0.0.1', port: outbox.httpPort, path: '/api/messages', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .once('error', reject)
          .end();
      });
    expect(await status({ host: `localhost:${outbox.httpPort}` })).toBe(200);
    expect(await status({ host: 'mau.example' })).toBe(403);
    expect(await status({ host: `localhost:${outbox.httpPort}`, origin: 'https://mau.example' })).toBe(403);
  });
});

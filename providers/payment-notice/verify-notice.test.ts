import { createHash, createHmac, createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ReguaError } from '../../core/errors.ts';
import type { NoticeProvider } from '../../core/payment-notice/index.ts';
import { NOTICE_PROVIDERS } from '../../core/payment-notice/index.ts';
import type { NoticeSecret, PostedNotice, VerifyOptions } from './index.ts';
import { verifyNotice, WOOVI_KEY } from './index.ts';

const SECRET = 'segredo-bem-comprido-1234567890';
const NOW = Date.parse('2026-11-26T12:00:00Z');

/** What verification says: `good`, or the code of its refusal, whose text is looked through for secrets. */
function verdict(
  provider: NoticeProvider,
  notice: Partial<PostedNotice>,
  secret: NoticeSecret | null = { secret: SECRET },
  options: Partial<VerifyOptions> = {},
) {
  const posted: PostedNotice = { body: {}, headers: {}, query: {}, ...notice };
  try {
    verifyNotice(provider, posted, secret ?? undefined, { now: NOW, ...options });
    return 'good';
  } catch (error) {
    expect(error).toBeInstanceOf(ReguaError);
    const { code, message } = error as ReguaError;
    const sent = [...Object.values(posted.headers), ...Object.values(posted.query), secret?.secret ?? ''].filter(
      (value) => typeof value === 'string' && value.length > 3,
    );
    for (const value of sent) expect(message).not.toContain(value);
    return code;
  }
}

describe('a notice is taken only from who can show that it is theirs', () => {
  it.each(NOTICE_PROVIDERS)('never without a secret, nor with one that can be guessed: %s', (provider) => {
    for (const secret of [null, { secret: '' }, { secret: 'curto' }])
      expect(verdict(provider, { headers: { authorization: 'curto', 'asaas-access-token': 'curto' } }, secret)).toBe('notice.no-secret');
  });

  it('Asaas: by the token of its webhook, in its own header', () => {
    expect(verdict('asaas', { headers: { 'asaas-access-token': SECRET } })).toBe('good');
    expect(verdict('asaas', { headers: { 'Asaas-Access-Token': SECRET } })).toBe('good');
    expect(verdict('asaas', { headers: { 'asaas-access-token': `${SECRET}x` } })).toBe('notice.forged');
    // That is the header of our own calls.
    expect(verdict('asaas', { headers: { access_token: SECRET } })).toBe('notice.unsigned');
    expect(verdict('asaas', { headers: { 'asaas-access-token': ['falso', SECRET] } })).toBe('notice.unsigned');
    expect(verdict('asaas', { headers: {}, query: { token: SECRET } })).toBe('notice.unsigned');
  });

  it('Pagar.me: by user and password', () => {
    const secret = { secret: 'regua:senha-bem-comprida' };
    const basic = (text: string) => ({ headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` } });
    expect(verdict('pagarme', basic('regua:senha-bem-comprida'), secret)).toBe('good');
    expect(verdict('pagarme', basic('regua:outra-senha-comprida'), secret)).toBe('notice.forged');
    expect(verdict('pagarme', { headers: { authorization: 'regua:senha-bem-comprida' } }, secret)).toBe('notice.forged');
    expect(verdict('pagarme', {}, secret)).toBe('notice.unsigned');
  });

  it.each(['iugu', 'cora', 'inter', 'efi', 'pix'] as const)('%s: by the creditor’s own secret, in a header or in the address', (provider) => {
    expect(verdict(provider, { headers: { authorization: `Bearer ${SECRET}` } })).toBe('good');
    expect(verdict(provider, { headers: { 'x-meu': SECRET } }, { secret: SECRET, header: 'X-Meu' })).toBe('good');
    expect(verdict(provider, { query: { token: SECRET } })).toBe('good');
    expect(verdict(provider, { query: { token: `${SECRET}x` } })).toBe('notice.forged');
    expect(verdict(provider, {})).toBe('notice.unsigned');
  });

  it('the `/pix` that is added to the address is no part of the secret', () => {
    expect(verdict('efi', { query: { hmac: SECRET, ignorar: '/pix' } })).toBe('good');
    expect(verdict('efi', { query: { hmac: `${SECRET}/pix` } })).toBe('good');
    expect(verdict('pix', { query: { token: `${SECRET}/pix` } })).toBe('good');
    expect(verdict('pix', { query: { token: '/pix' } })).toBe('notice.unsigned');
  });

  it('one that was cut on the way is not read', () => {
    const raw = Buffer.from('{"event":"PAYMENT_RECEIVED"}');
    const headers = { 'asaas-access-token': SECRET, 'content-length': String(raw.length) };
    expect(verdict('asaas', { raw, headers })).toBe('good');
    expect(verdict('asaas', { raw: raw.subarray(0, 10), headers })).toBe('notice.cut');
    expect(verdict('asaas', { raw: raw.subarray(0, 10), headers: { ...headers, 'content-encoding': 'gzip' } })).toBe('good');
    expect(verdict('cora', { headers: { 'content-length': '0' }, query: { token: SECRET } })).toBe('good');
  });
});

describe('Mercado Pago', () => {
  const seconds = Math.floor(NOW / 1000);
  const signed = (manifest: string, ts: number | string = seconds) => `ts=${ts},v1=${createHmac('sha256', SECRET).update(manifest).digest('hex')}`;
  const notice = (more: Partial<PostedNotice> = {}, ts: number | string = seconds): Partial<PostedNotice> => ({
    body: { type: 'payment', data: { id: '123456' } },
    query: { 'data.id': '123456', type: 'payment' },
    headers: { 'x-request-id': 'req-1', 'x-signature': signed(`id:123456;request-id:req-1;ts:${ts};`, ts) },
    ...more,
  });

  it('signs the number, the request and the time', () => {
    expect(verdict('mercadopago', notice())).toBe('good');
    expect(verdict('mercadopago', notice({}, NOW))).toBe('good');
    expect(verdict('mercadopago', notice({ headers: { 'x-signature': signed(`id:123456;ts:${seconds};`) } }))).toBe('good');
    const letters = { body: { data: { id: 'ABC1' } }, query: { 'data.id': 'ABC1' }, headers: { 'x-signature': signed(`id:abc1;ts:${seconds};`) } };
    expect(verdict('mercadopago', letters)).toBe('good');
  });

  it('refuses another number, also in the body, which is not signed', () => {
    expect(verdict('mercadopago', notice({ query: { 'data.id': '999999' }, body: { data: { id: '999999' } } }))).toBe('notice.forged');
    expect(verdict('mercadopago', notice({ body: { data: { id: '999999' } } }))).toBe('notice.forged');
    expect(verdict('mercadopago', notice({ raw: Buffer.from('{"data":{"id":999999}}') }))).toBe('notice.forged');
    expect(verdict('mercadopago', notice({ raw: Buffer.from('{"data":{"id":123456}}') }))).toBe('good');
    expect(verdict('mercadopago', notice({ query: {} }))).toBe('notice.unsigned');
  });

  it('refuses one that is a copy of long ago, or of tomorrow', () => {
    const day = 24 * 60 * 60;
    expect(verdict('mercadopago', notice({}, seconds - 4 * day))).toBe('good');
    expect(verdict('mercadopago', notice({}, seconds - 6 * day))).toBe('notice.old');
    expect(verdict('mercadopago', notice({}, seconds + day))).toBe('notice.old');
    // A newer time that nobody signed.
    const old = signed(`id:123456;request-id:req-1;ts:${seconds - 6 * day};`, seconds);
    expect(verdict('mercadopago', notice({ headers: { 'x-request-id': 'req-1', 'x-signature': old } }))).toBe('notice.forged');
  });

  it.each(['', 'ts=,v1=', `ts=${seconds}`, `v1=${'0'.repeat(64)}`, `ts=${seconds},v1=abc`, `ts=agora,v1=${'0'.repeat(64)}`, ['ts=1', 'v1=2']])(
    'refuses the signature %s',
    (signature) => {
      expect(verdict('mercadopago', notice({ headers: { 'x-request-id': 'req-1', 'x-signature': signature } }))).toBe('notice.unsigned');
    },
  );
});

describe('Woovi', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const publicKeys = [WOOVI_KEY, publicKey.export({ type: 'spki', format: 'pem' }) as string];
  const raw = Buffer.from('{"event":"OPENPIX:CHARGE_COMPLETED","charge":{"value": 1000}}');
  const signature = createSign('RSA-SHA256').update(raw).sign(privateKey, 'base64');
  const notice = (more: object = {}) => ({ raw, headers: { 'x-webhook-signature': signature, authorization: SECRET, ...more } });

  it('signs the very bytes of the body', () => {
    expect(verdict('woovi', notice(), null, { publicKeys })).toBe('notice.no-secret');
    expect(verdict('woovi', notice(), { secret: SECRET }, { publicKeys })).toBe('good');
    const alike = Buffer.from(JSON.stringify(JSON.parse(raw.toString())));
    expect(verdict('woovi', { ...notice(), raw: alike }, { secret: SECRET }, { publicKeys })).toBe('notice.forged');
    expect(verdict('woovi', { ...notice(), raw: undefined, body: JSON.parse(raw.toString()) as object }, { secret: SECRET }, { publicKeys })).toBe(
      'notice.raw',
    );
    expect(verdict('woovi', notice({ 'x-webhook-signature': 'lixo' }), { secret: SECRET }, { publicKeys })).toBe('notice.forged');
    expect(verdict('woovi', notice({ 'x-webhook-signature': '' }), { secret: SECRET }, { publicKeys })).toBe('notice.unsigned');
    expect(verdict('woovi', notice())).toBe('notice.forged');
  });

  it('signs everybody’s notices with one key: another customer’s, sent here, lacks our secret', () => {
    expect(verdict('woovi', notice({ authorization: undefined }), { secret: SECRET }, { publicKeys })).toBe('notice.unsigned');
    expect(verdict('woovi', notice({ authorization: 'de-outra-conta' }), { secret: SECRET }, { publicKeys })).toBe('notice.forged');
  });

  it('has the key that it publishes', () => {
    const der = createPublicKey(WOOVI_KEY).export({ type: 'spki', format: 'der' });
    expect(createHash('sha256').update(der).digest('hex')).toBe('9dce618794f8986c603915a51b7029126c260e5cfdb2aa47e131d837fd62311c');
  });
});

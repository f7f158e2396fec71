import { createHmac, createPublicKey, createVerify } from 'node:crypto';
import { ReguaError } from '../../core/errors.ts';
import type { NoticeBody, NoticeProvider } from '../../core/payment-notice/index.ts';
import { NOTICE_TABLES, readNoticeBody } from '../../core/payment-notice/index.ts';
import { PROOFS, SECRET_IN_ADDRESS, WOOVI_KEY } from './proofs.ts';
import { sameSecret, SHORTEST_SECRET } from './same-secret.ts';

/** A notice as it was posted. */
export interface PostedNotice {
  readonly body: NoticeBody;
  /** The body's very bytes, where they are known: a signature is over them, and not over what reads alike. */
  readonly raw?: Uint8Array | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

export interface NoticeSecret {
  readonly secret: string;
  /** Where it comes, at providers that leave that open. */
  readonly header?: string | undefined;
}

export interface VerifyOptions {
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** Instead of the key that Woovi publishes today. */
  readonly publicKeys?: readonly string[];
}

/**
 * Looks whether a notice is the provider's, by what the provider publishes about that.
 * @throws ReguaError `notice.no-secret`, `notice.cut`, `notice.raw`, `notice.unsigned`, `notice.forged`, `notice.old`; none holds anything of what was sent or is secret
 */
export function verifyNotice(
  provider: NoticeProvider,
  notice: PostedNotice,
  secret: NoticeSecret | undefined,
  { now, publicKeys = [WOOVI_KEY] }: VerifyOptions,
): void {
  const { by, header } = PROOFS[provider];
  const own = bare(secret?.secret ?? '');
  if (own.length < SHORTEST_SECRET) throw noSecret(provider);
  const headers = lowerCased(notice.headers);
  checkLength(notice, headers, provider);
  switch (by) {
    case 'token':
      return mustBe(headers.get(header!), own, provider);
    case 'basic':
      return mustBe(headers.get(header!), `Basic ${Buffer.from(own).toString('base64')}`, provider);
    case 'manifest':
      return checkManifest(notice, headers, own, { now, provider });
    case 'own':
      return mustBe(ownSecret(notice, headers, secret?.header), own, provider);
    case 'public-key':
      mustBe(ownSecret(notice, headers, secret?.header), own, provider);
      return checkSignature(notice, headers.get(header!), publicKeys, provider);
  }
}

type Headers = ReadonlyMap<string, string>;

/** A header that came twice comes as a list: which of them counts is nobody's to choose, so none does. */
function lowerCased(headers: Readonly<Record<string, unknown>>): Headers {
  return new Map(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [])));
}

const bare = (text: string): string => text.trim().replace(/^Bearer\s+/i, '');

function mustBe(given: string | undefined, secret: string, provider: NoticeProvider): void {
  if (given === undefined || given.trim() === '') throw unsigned(provider);
  if (!sameSecret(bare(given), secret)) throw forged(provider);
}

function ownSecret({ query }: PostedNotice, headers: Headers, header: string | undefined): string | undefined {
  const inHeader = headers.get((header?.trim() || 'authorization').toLowerCase());
  if (inHeader !== undefined) return inHeader;
  for (const name of SECRET_IN_ADDRESS) {
    const value = Object.hasOwn(query, name) ? query[name] : undefined;
    // Whoever posts a Pix adds `/pix` to the address, also behind its question mark.
    if (typeof value === 'string') return value.replace(/\/pix\/?$/, '');
  }
  return undefined;
}

/** What is shorter than it says was cut on the way. */
function checkLength({ raw }: PostedNotice, headers: Headers, provider: NoticeProvider): void {
  const said = headers.get('content-length');
  if (raw === undefined || said === undefined || !/^\d+$/.test(said) || headers.has('content-encoding')) return;
  if (Number(said) !== raw.length)
    throw new ReguaError('notice.cut', `O aviso ${of(provider)} chegou cortado. Não foi lido: o provedor envia de novo, ou confira nele o que aconteceu.`);
}

/** Mercado Pago repeats a notice for days; one that is older than that is somebody's copy. It only ever makes us ask, so a late one does no harm. */
const OLDEST_MS = 5 * 24 * 60 * 60_000;
const CLOCKS_DIFFER_MS = 10 * 60_000;

/** mercadopago.com.br/developers, "Webhooks": HMAC-SHA256 of `id:…;request-id:…;ts:…;` in hexadecimal. */
function checkManifest(
  notice: PostedNotice,
  headers: Headers,
  secret: string,
  { now, provider }: { readonly now: number; readonly provider: NoticeProvider },
): void {
  const parts = new Map((headers.get('x-signature') ?? '').split(',').map((part) => part.split('=', 2).map((text) => text.trim()) as [string, string]));
  const ts = parts.get('ts') ?? '';
  const v1 = parts.get('v1') ?? '';
  const id = notedId(notice.query);
  if (!/^\d{10,13}$/.test(ts) || !/^[0-9a-f]{64}$/i.test(v1) || id === undefined) throw unsigned(provider);
  const requestId = headers.get('x-request-id');
  const manifest = `id:${id};${requestId === undefined ? '' : `request-id:${requestId};`}ts:${ts};`;
  if (!sameSecret(v1.toLowerCase(), createHmac('sha256', secret).update(manifest).digest('hex'))) throw forged(provider);
  // The signature is over the address and not over the body: a body about another payment would pass with it.
  if (bodyId(notice) !== id) throw forged(provider);
  const at = ts.length > 10 ? Number(ts) : Number(ts) * 1000;
  if (now - at > OLDEST_MS || at - now > CLOCKS_DIFFER_MS)
    throw new ReguaError(
      'notice.old',
      `O aviso ${of(provider)} tem a hora errada: é velho demais, ou o relógio desta máquina está errado. Confira no provedor.`,
    );
}

function notedId(query: Readonly<Record<string, unknown>>): string | undefined {
  const flat = Object.hasOwn(query, 'data.id') ? query['data.id'] : undefined;
  // Signed in small letters.
  return typeof flat === 'string' && flat !== '' ? flat.toLowerCase() : undefined;
}

function bodyId({ raw, body }: PostedNotice): string | undefined {
  const tree = readNoticeBody(raw ?? body) as { readonly data?: { readonly id?: unknown } } | undefined;
  const id = tree?.data?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id).toLowerCase() : undefined;
}

/** SHA-256 with RSA over the body's bytes, in base64. */
function checkSignature({ raw }: PostedNotice, signature: string | undefined, publicKeys: readonly string[], provider: NoticeProvider): void {
  if (raw === undefined)
    throw new ReguaError(
      'notice.raw',
      `O corpo do aviso ${of(provider)} é assinado como ele vem. No nó Webhook, em Options, ligue "Raw Body", para que o corpo chegue inteiro.`,
      { field: 'binary' },
    );
  if (signature === undefined || signature.trim() === '') throw unsigned(provider);
  const isGood = publicKeys.some((key) => createVerify('RSA-SHA256').update(raw).verify(createPublicKey(key), signature.trim(), 'base64'));
  if (!isGood) throw forged(provider);
}

/** "do Asaas". */
const of = (provider: NoticeProvider): string => NOTICE_TABLES[provider].of;

const noSecret = (provider: NoticeProvider): ReguaError =>
  new ReguaError(
    'notice.no-secret',
    `Falta com que conferir se o aviso é ${of(provider)}. Prenda a este nó a credencial "Régua: segredo do webhook", com pelo menos ${SHORTEST_SECRET} caracteres. Nada foi lançado.`,
    { field: 'reguaWebhook' },
  );

const unsigned = (provider: NoticeProvider): ReguaError =>
  new ReguaError('notice.unsigned', `O aviso veio sem o que mostra que é ${of(provider)}. Nada foi lançado: confira no provedor como o webhook foi criado.`);

const forged = (provider: NoticeProvider): ReguaError =>
  new ReguaError('notice.forged', `O aviso não é ${of(provider)}, ou o segredo da credencial não é o de lá. Nada foi lançado.`);

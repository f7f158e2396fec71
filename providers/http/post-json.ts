import { setTimeout as sleep } from 'node:timers/promises';
import { redact } from '../redact.ts';

export type HttpAnswer =
  | { readonly kind: 'accepted'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'refused' | 'unreachable' | 'unknown'; readonly error: string };

export interface PostJson {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Never shown in an error. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/** Causes by which Node says that no connection came about, so that no byte of the request can have been read. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const BUSY_TRIES = 3;

/**
 * Posts JSON once and says whether the other side took it, refused it, never got it, or left us in doubt.
 * 429 is waited for as `Retry-After` says (up to 5 s each, three tries): it was not processed, so a repetition is no second message.
 * 500, 502 and 504 are doubt: the server may have queued the message before it failed.
 */
export async function postJson(request: PostJson): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt++) {
    let response: Response;
    try {
      response = await fetch(request.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...request.headers },
        body: JSON.stringify(request.body),
        signal: request.signal,
        // The token belongs to this address and to no other.
        redirect: 'manual',
      });
    } catch (error) {
      return failedToAnswer(error, request);
    }
    if (response.status === 429 && attempt < BUSY_TRIES && !request.signal.aborted) {
      await response.body?.cancel();
      await sleep(retryAfterMs(response), undefined, { signal: request.signal }).catch(() => undefined);
      continue;
    }
    return readAnswer(response, request);
  }
}

async function readAnswer(response: Response, request: PostJson): Promise<HttpAnswer> {
  // The answer's status has come; a body that breaks off changes nothing about it.
  const text = await response.text().catch(() => '');
  if (response.ok) return { kind: 'accepted', status: response.status, body: parse(text) };
  const error = redact(`o provedor respondeu ${response.status}${text ? `: ${text}` : ''}`, request.secrets);
  if (response.status === 429 || response.status === 503) return { kind: 'unreachable', error };
  if (response.status >= 500 || response.status === 408) return { kind: 'unknown', error };
  return { kind: 'refused', error };
}

function failedToAnswer(error: unknown, request: PostJson): HttpAnswer {
  if (request.signal.aborted) return { kind: 'unknown', error: 'o provedor não respondeu a tempo; a mensagem pode ter saído' };
  const code = causeCode(error);
  const detail = redact(code ?? (error instanceof Error ? error.message : String(error)), request.secrets);
  return code !== undefined && NEVER_CONNECTED.has(code)
    ? { kind: 'unreachable', error: `não foi possível conectar ao provedor (${detail})` }
    : { kind: 'unknown', error: `a conexão caiu antes da resposta (${detail}); a mensagem pode ter saído` };
}

/** `fetch` wraps what happened; several addresses tried give an AggregateError, whose errors all have to agree. */
function causeCode(error: unknown): string | undefined {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof AggregateError) {
    const codes = cause.errors.map((one) => causeCode(one));
    return codes.find((code) => code === undefined || !NEVER_CONNECTED.has(code)) ?? codes[0];
  }
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? '1');
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.05), 5) * 1000 : 1000;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import { request as requestHttp, Agent as HttpAgent } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps, Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { redact } from '../redact.ts';

// node:http itself: with kept connections it costs a third of `fetch` a message, and it says whether a connection ever came about.

export type HttpAnswer =
  /** The other side answered; what its status means is for the provider's contract to say. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly error: string }
  /** Nothing of the request can have been read. */
  | { readonly kind: 'unreachable'; readonly error: string }
  /** It may have been read. */
  | { readonly kind: 'unknown'; readonly error: string };

export interface JsonRequest {
  readonly method?: 'POST' | 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Never shown in an error. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/** Kept connections to one provider; closed with it. */
export class JsonClient {
  // A kept connection that the server is about to close loses a message in doubt: ours are closed first.
  readonly #http = new HttpAgent({ keepAlive: true, timeout: 4_000, scheduling: 'lifo' });
  readonly #https = new HttpsAgent({ keepAlive: true, timeout: 4_000, scheduling: 'lifo' });

  /**
   * Sends JSON once and says what came back. 429 is waited for as `Retry-After` says (up to 5 s each, three tries): it was not processed, so a repetition is
   * no second message. Redirects are not followed: the token belongs to this address and to no other.
   */
  async ask(request: JsonRequest): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(request);
      if (answer.kind !== 'answered' || answer.status !== 429 || attempt === BUSY_TRIES || request.signal.aborted) return answer;
      await sleep(answer.retryAfterMs, undefined, { signal: request.signal }).catch(() => undefined);
    }
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  #once({ method = 'POST', url, headers, body, secrets, signal }: JsonRequest): Promise<HttpAnswer & { readonly retryAfterMs: number }> {
    return new Promise((resolve) => {
      let connected = false;
      const end = (answer: HttpAnswer, retryAfterMs = 1000): void => {
        signal.removeEventListener('abort', abort);
        resolve({ ...answer, retryAfterMs });
      };
      const failed = (error: unknown): void => {
        if (signal.aborted) {
          return end(
            connected
              ? { kind: 'unknown', error: 'o provedor não respondeu a tempo; a mensagem pode ter saído' }
              : { kind: 'unreachable', error: 'o provedor não aceitou a conexão a tempo' },
          );
        }
        const { code, message } = error as { code?: string; message?: string };
        const detail = redact(code ?? message ?? String(error), secrets);
        end(
          connected
            ? { kind: 'unknown', error: `a conexão caiu antes da resposta (${detail}); a mensagem pode ter saído` }
            : { kind: 'unreachable', error: `não foi possível conectar ao provedor (${detail})` },
        );
      };
      let address: URL;
      try {
        address = new URL(url);
      } catch (error) {
        return failed(error);
      }
      const secure = address.protocol === 'https:';
      const text = body === undefined ? undefined : JSON.stringify(body);
      const request = (secure ? requestHttps : requestHttp)(
        address,
        {
          method,
          agent: secure ? this.#https : this.#http,
          headers: {
            accept: 'application/json',
            ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
            ...headers,
          },
        },
        (response) => void read(response).then((answer) => end(toAnswer(response.statusCode ?? 0, answer, secrets), retryAfterMs(response)), failed),
      );
      const abort = (): void => void request.destroy(new Error('aborted'));
      request.on('socket', (socket) => {
        // One that was kept is connected already; a new one over TLS when the other side has proved who it is.
        if (!socket.connecting && (!secure || request.reusedSocket)) connected = true;
        else socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true));
      });
      request.on('error', failed);
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
      request.end(text);
    });
  }
}

const BUSY_TRIES = 3;
/** An answer is an id and a status; what is longer is not read on. */
const LONGEST_ANSWER = 256 * 1024;

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > LONGEST_ANSWER) break;
      parts.push(part);
    }
  } catch {
    // The answer's status has come; a body that breaks off changes nothing about it.
  }
  return Buffer.concat(parts).toString('utf8');
}

function toAnswer(status: number, text: string, secrets: readonly string[]): HttpAnswer {
  const shown = text.trim().startsWith('<') ? 'uma página, e não a resposta do serviço' : text.slice(0, 500);
  return { kind: 'answered', status, body: parse(text), error: redact(`o provedor respondeu ${status}${shown ? `: ${shown}` : ''}`, secrets) };
}

function retryAfterMs({ headers }: IncomingMessage): number {
  const seconds = Number(headers['retry-after'] ?? '1');
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.05), 5) * 1000 : 1000;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import type { Context } from 'hono';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import type { Log } from './log.ts';

/** One part of n8n that the page may reach. */
export interface Door {
  /** Where the page calls it, with a slash at the end. */
  readonly here: string;
  /** Where it is in n8n, with a slash at the end. */
  readonly there: string;
  /** Of the page's request only these go on: above all no cookie, so that nobody acts as who is signed in to n8n. */
  readonly headers: readonly string[];
}

const PATIENCE_MS = 60_000;
const NO_BODY = new Set([204, 205, 304]);

/**
 * Hands a request on to n8n and its answer back. Both bodies are taken whole: what breaks half-way is then one clear answer. Redirects
 * are not followed, since they would carry the key to an address that nobody typed.
 */
export async function forward(c: Context, n8nUrl: string, door: Door, log: Log): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const target = new URL(`${n8nUrl}${door.there}${pathname.slice(door.here.length)}${search}`);
  // A path that climbs out of the door ends elsewhere in n8n.
  if (!target.pathname.startsWith(new URL(`${n8nUrl}${door.there}`).pathname)) return c.json({ message: 'não existe' }, 404);
  const headers = Object.fromEntries(
    door.headers.flatMap((name) => {
      const value = c.req.header(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const hasBody = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  const body = hasBody ? await c.req.arrayBuffer() : undefined;
  try {
    const answer = await fetch(target, {
      method: c.req.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined || body.byteLength === 0 ? {} : { body }),
    });
    if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
      await answer.body?.cancel();
      return c.json({ message: 'o n8n respondeu mandando para outro endereço; confira o endereço dado em --n8n (http ou https?)' }, 421);
    }
    const content = await answer.arrayBuffer();
    c.header('cache-control', 'no-store');
    if (NO_BODY.has(answer.status)) return c.body(null, answer.status as StatusCode);
    c.header('content-type', answer.headers.get('content-type') ?? 'application/json');
    return c.body(content, answer.status as ContentfulStatusCode);
  } catch (error) {
    log({ level: 'warn', event: 'n8n.unreachable', door: door.here, method: c.req.method, reason: reasonOf(error) });
    return c.json({ message: 'o n8n não respondeu' }, 502, { 'cache-control': 'no-store' });
  }
}

/** `ECONNREFUSED`, `TimeoutError`, …: fetch wraps what the network said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause as { code?: unknown } | undefined;
  return typeof cause?.code === 'string' ? cause.code : error.name;
}

import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { forward, type Door } from './forward.ts';
import { comesFromThisMachine } from './loopback-only.ts';
import { traceOf, type Log } from './log.ts';
import { pagePolicy } from './page-policy.ts';

/** What the page may know of the n8n behind it. A demonstration adds its key, its outbox and its credentials, and whatever else its page asks for. */
export interface PageSession {
  readonly n8nUrl: string;
  readonly [fact: string]: unknown;
}

export interface AppOptions {
  /** The built page. */
  readonly designerFolder: string;
  /** Address of n8n, without a slash at the end. */
  readonly n8nUrl: string;
  readonly session?: PageSession;
  /** A portfolio to try things with, at `/demo/devedores.csv`. */
  readonly sampleCsv?: string;
  readonly log?: Log;
}

/** n8n takes bodies of 16 MB at most. */
const LARGEST_BODY = 16 * 1024 * 1024;

const API: Door = { here: '/api/n8n/', there: '/api/v1/', headers: ['accept', 'content-type', 'x-n8n-api-key'] };
/** Live counts: the published workflow's own webhook, under the page's address, with the webhook's secret where it has one. */
const VIEWS: Door = { here: '/api/webhook/', there: '/webhook/', headers: ['accept', 'authorization'] };

/**
 * The front door, from request to response and without a port: the designer, and the n8n behind it under the same origin. Whoever is not
 * on this machine is turned away, and what goes wrong is answered in JSON (`{message}`).
 */
export function createApp({ designerFolder, n8nUrl, session = { n8nUrl }, sampleCsv, log = () => undefined }: AppOptions): Hono {
  const app = new Hono();
  app.use(pagePolicy);
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (!comesFromThisMachine({ host, origin: c.req.header('origin') })) return c.json({ message: 'só é atendido quem está nesta máquina' }, 403);
    await next();
  });
  for (const path of ['/api/*', '/demo/*']) app.use(path, ownPageOnly);
  app.use('/api/*', bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.json({ message: 'o pedido passa de 16 MB' }, 413) }));

  app.on(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], `${API.here}*`, (c) => forward(c, n8nUrl, API, log));
  app.get(`${VIEWS.here}*`, (c) => forward(c, n8nUrl, VIEWS, log));
  app.get('/demo/session', (c) => c.json(session, 200, { 'cache-control': 'no-store' }));
  if (sampleCsv !== undefined) app.get('/demo/devedores.csv', kept('no-store'), serveStatic({ path: sampleCsv }));
  // Names in assets/ carry a hash of their content.
  app.get('/assets/*', kept('public, max-age=31536000, immutable'), serveStatic({ root: designerFolder }));
  app.get('*', kept('no-cache'), serveStatic({ root: designerFolder }));
  app.get('*', (c) => c.json({ message: 'não existe' }, 404));
  app.all('*', (c) => c.json({ message: 'só leitura' }, 405));

  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ message: error.message }, error.status);
    log({ level: 'error', event: 'request.failed', method: c.req.method, ...traceOf(error) });
    return c.json({ message: 'algo deu errado aqui; tente de novo' }, 500);
  });
  return app;
}

/** Images and scripts of foreign pages come without Origin; the browser says in this header whose they are. */
async function ownPageOnly(c: Context, next: () => Promise<void>): Promise<Response | void> {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return c.json({ message: 'só a própria página pode perguntar isto' }, 403);
  await next();
}

/** For how long a browser keeps what was found. */
function kept(caching: string) {
  return async (c: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    if (c.res.ok && !c.res.headers.has('cache-control')) c.header('cache-control', caching);
  };
}

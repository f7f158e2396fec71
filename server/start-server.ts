import { getRequestListener, RequestError } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReguaError } from '../core/errors.ts';
import { createApp, type AppOptions } from './app.ts';
import { traceOf } from './log.ts';
import { answerUnreadable } from './unreadable-requests.ts';

export interface ServerOptions extends AppOptions {
  /** On loopback; 0 = any free one. */
  readonly port: number;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, lets running ones end for a moment, and closes. */
  stop(): Promise<void>;
}

const STOP_PATIENCE_MS = 3000;

/** Starts the front door on loopback. @throws ReguaError `serve.port-busy`, `serve.port-forbidden` */
export async function startServer({ port, ...options }: ServerOptions): Promise<RunningServer> {
  const { log = () => undefined } = options;
  const app = createApp(options);
  const server = createServer(
    // Node's own answer to a missing Host is not JSON.
    { requireHostHeader: false },
    getRequestListener(app.fetch, {
      // What fails before or after the app: a request line that is no address, a body that ended too early.
      errorHandler: (error) => {
        if (error instanceof RequestError) return Response.json({ message: 'não entendi o endereço' }, { status: 400 });
        log({ level: 'error', event: 'request.failed', ...traceOf(error) });
        return Response.json({ message: 'algo deu errado aqui; tente de novo' }, { status: 500 });
      },
    }),
  );
  answerUnreadable(server);
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw cannotListen(port, cause);
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const lastResort = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS);
      await closed;
      clearTimeout(lastResort);
    },
  };
}

function cannotListen(port: number, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new ReguaError('serve.port-busy', `A porta ${port} está ocupada. Escolha outra com --port, ou --port 0 para qualquer uma livre.`, {
      field: 'port',
      cause,
    });
  }
  if (code === 'EACCES') {
    return new ReguaError('serve.port-forbidden', `Este usuário não pode usar a porta ${port}. Escolha uma acima de 1023 com --port.`, {
      field: 'port',
      cause,
    });
  }
  return cause;
}

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { composeLedger } from './compose-ledger.ts';
import { storeOf } from './engine.ts';
import type { Ledger } from './ledger.ts';
import type { Database } from './schema/database.ts';

export interface PostgresOptions {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  readonly ssl?: boolean | { readonly rejectUnauthorized?: boolean; readonly ca?: string };
  /** Tables live here; the schema has to exist. Default: the user's search path. */
  readonly schema?: string;
  /** Connections at most; default 5, since n8n workers each have their own. */
  readonly maxConnections?: number;
}

const INT8_OID = 20;

/**
 * The ledger in PostgreSQL (13 or newer), for n8n's queue mode. Connects at the first call; call `migrate` before the first use.
 * Idle connections that break are replaced silently; a broken one in use makes its call fail.
 */
export function openPostgresLedger(options: PostgresOptions): Ledger {
  const { db, close } = connectPostgres(options);
  return composeLedger(storeOf(db, 'postgres'), close);
}

/** What a ledger stands on. */
export function connectPostgres(options: PostgresOptions): { readonly db: Kysely<Database>; readonly close: () => Promise<void> } {
  const { schema, maxConnections, ...connection } = options;
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections ?? 5,
    // Counts the wait for a free connection too, when webhooks come in a burst.
    connectionTimeoutMillis: 30_000,
    application_name: 'regua',
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
    types: {
      // Cents and counts are 64 bits in the tables and well inside what a number holds exactly.
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // Without listeners the loss of a connection (a restart of the server) would end the n8n process. The pool replaces an idle one; a call that was
  // using its connection hears of it by its own promise.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  let closed: Promise<void> | undefined;
  return { db, close: () => (closed ??= pool.ended ? Promise.resolve() : pool.end()) };
}

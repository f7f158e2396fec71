import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openPostgresLedger, type PostgresOptions } from '../open-postgres.ts';
import { TABLES } from '../schema/database.ts';
import type { Engines } from './opened.ts';

const run = promisify(execFile);

const HOW_TO_INSTALL =
  'PostgreSQL was not found, so the ledger was not tested on it. Install the server (Debian/Ubuntu: apt-get install postgresql; ' +
  'macOS: brew install postgresql@17; Windows: winget install PostgreSQL.PostgreSQL.17), or say where its programs are with REGUA_PG_BIN.';

/** The folder of `initdb` and `pg_ctl`, or undefined. Debian keeps them out of the PATH, by version. */
function findPrograms(): string | undefined {
  const versions = (root: string): string[] => {
    if (!existsSync(root)) return [];
    return readdirSync(root)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(root, version, 'bin'));
  };
  const candidates = [
    process.env['REGUA_PG_BIN'] ?? '',
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions('/usr/lib/postgresql'),
    ...versions('C:\\Program Files\\PostgreSQL'),
  ];
  return candidates.find((folder) => folder !== '' && ['initdb', 'initdb.exe'].some((name) => existsSync(join(folder, name))));
}

export interface PostgresEngines extends Engines {
  /** What a restart of the server or a firewall does to idle connections. */
  readonly dropConnections: () => Promise<void>;
  /** Somewhere without a single table. */
  readonly empty: () => Promise<PostgresOptions>;
}

/**
 * Ledgers in a private cluster, which starts with the first one that is opened (a filter may leave all tests out, and then nobody would stop it).
 * @returns the engines, or the sentence that says what to install
 */
export function postgresEngines(): PostgresEngines | { readonly missing: string } {
  const programs = findPrograms();
  if (programs === undefined) return { missing: HOW_TO_INSTALL };
  let started: Promise<Cluster> | undefined;
  let schemas = 0;
  const cluster = () => (started ??= startCluster(programs));
  return {
    async open() {
      const { server, admin } = await cluster();
      const ledger = openPostgresLedger(server);
      await ledger.migrate();
      // Emptied and not made anew: sixty files for each of a hundred tests would be most of their time.
      const tables = Object.keys(TABLES).map((table) => `delete from ${table};`);
      await admin.query(`set session_replication_role = replica; ${tables.join(' ')} set session_replication_role = origin;`);
      return ledger;
    },
    another: async () => openPostgresLedger((await cluster()).server),
    async dump() {
      const { admin } = await cluster();
      const dump: Record<string, string[]> = {};
      for (const table of Object.keys(TABLES)) {
        const { rows } = await admin.query<object>(`select * from ${table}`);
        dump[table] = rows.map((row) => JSON.stringify(row)).sort();
      }
      return dump;
    },
    async dropConnections() {
      await (await cluster()).admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'regua'`);
    },
    async empty() {
      const { server, admin } = await cluster();
      schemas += 1;
      await admin.query(`create schema vazio${schemas}`);
      return { ...server, schema: `vazio${schemas}` };
    },
    async stop() {
      if (started) await (await started).stop();
    },
  };
}

interface Cluster {
  readonly server: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  readonly admin: pg.Client;
  readonly stop: () => Promise<void>;
}

/** In a temporary folder on a free port of loopback. PostgreSQL refuses to run as root, so root hands it to an unprivileged account. */
async function startCluster(programs: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'regua-pg-'));
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : undefined;
  if (account) await chown(folder, account.uid, account.gid);
  // A folder the account may stand in: the repository may lie where only its owner can read.
  const call = (program: string, ...args: string[]) => run(join(programs, program), args, { cwd: folder, ...account });
  const data = join(folder, 'data');
  await call('initdb', '--pgdata', data, '--username', 'regua', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale', '--no-sync');
  const port = await freePort();
  // The data is thrown away: no need to wait for the disk.
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c max_connections=200`;
  await call('pg_ctl', 'start', '--pgdata', data, '--wait', '--timeout', '60', '--log', join(folder, 'log'), '--options', settings);
  const server = { host: '127.0.0.1', port, user: 'regua', database: 'postgres' };
  const admin = new pg.Client(server);
  await admin.connect();
  return {
    server,
    admin,
    async stop() {
      await admin.end();
      await call('pg_ctl', 'stop', '--pgdata', data, '--mode', 'immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function unprivilegedAccount(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)));
      return { uid: uid!, gid: gid! };
    } catch {
      // That account does not exist here; the next one may.
    }
  }
  throw new Error('PostgreSQL does not run as root, and neither the account "postgres" nor "nobody" exists.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

import type { DatabaseSync } from 'node:sqlite';
import { ReguaError } from '../../core/errors.ts';
import { Kysely } from 'kysely';
import { RememberedCases } from '../remembered-cases.ts';
import type { Database } from '../schema/database.ts';
import { settlePlace, watchOver, type WhenMissing } from './file-place.ts';
import { nodeSqlite } from './node-sqlite.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';

interface Opened {
  readonly db: Kysely<Database>;
  readonly remembered: RememberedCases;
  readonly close: () => Promise<void>;
}

interface Shared extends Opened {
  users: number;
}

/**
 * On `globalThis` because each n8n node is a bundle with its own copy of this module, and they open the same file: two connections of one
 * process would wait for each other. The number changes when what is shared changes shape.
 */
const REGISTRY = Symbol.for('n8n-nodes-regua.ledger.sqlite.2');

function registry(): Map<string, Shared> {
  const holder = globalThis as { [REGISTRY]?: Map<string, Shared> };
  return (holder[REGISTRY] ??= new Map());
}

/** One connection per file and process; the last one who releases it closes the file. `:memory:` is never shared. */
export function acquireSqlite(file: string, whenMissing: WhenMissing): Pick<Opened, 'db' | 'remembered'> & { readonly release: () => Promise<void> } {
  if (file === ':memory:') {
    const { db, remembered, close } = openSqlite(file);
    return { db, remembered, release: close };
  }
  const path = settled(file, whenMissing);
  const known = registry().get(path);
  const shared = known ?? { ...openSqlite(path), users: 0 };
  if (!known) registry().set(path, shared);
  shared.users += 1;
  let released = false;
  return {
    db: shared.db,
    remembered: shared.remembered,
    async release() {
      if (released) return;
      released = true;
      shared.users -= 1;
      if (shared.users > 0) return;
      registry().delete(path);
      await shared.close();
    },
  };
}

function settled(file: string, whenMissing: WhenMissing): string {
  try {
    return settlePlace(file, whenMissing);
  } catch (cause) {
    throw cause instanceof ReguaError ? cause : cannotOpen(file, cause);
  }
}

function cannotOpen(path: string, cause: unknown): ReguaError {
  return new ReguaError('ledger.sqlite-open', `Não consegui abrir o arquivo da Régua em "${path}". Confira se a pasta existe e se o n8n pode gravar nela.`, {
    cause,
  });
}

/** A connection of its own; what the ledger uses is the shared one. */
export function openSqlite(path: string): Opened {
  const sqlite = nodeSqlite();
  let database: DatabaseSync | undefined;
  try {
    database = new sqlite.DatabaseSync(path, { enableForeignKeyConstraints: true });
    configure(database);
  } catch (cause) {
    database?.close();
    throw cannotOpen(path, cause);
  }
  const opened = database;
  const db = new Kysely<Database>({ dialect: new NodeSqliteDialect(opened, watchOver(path)) });
  return {
    db,
    remembered: new RememberedCases(),
    async close() {
      await db.destroy();
      // Kysely closes only what it has used.
      if (opened.isOpen) opened.close();
    },
  };
}

function configure(database: DatabaseSync): void {
  // The switch to WAL needs the file for a moment; two processes may start at once.
  database.exec('pragma busy_timeout = 10000');
  database.exec('pragma journal_mode = wal');
  // A power cut may take the last transactions of WAL under `normal`; a lost claim could send twice, so every commit is on disk.
  database.exec('pragma synchronous = full');
  // A run writes the same pages again and again: moved into the file every 40 MB instead of every 4, most of them move once.
  database.exec('pragma wal_autocheckpoint = 10000');
  database.exec('pragma cache_size = -65536');
  database.exec('pragma temp_store = memory');
  // What an erasure took out leaves the file too, not only the tables.
  database.exec('pragma secure_delete = on');
  // Short, because it blocks the process; longer waits are asynchronous, see retryWhileBusy.
  database.exec('pragma busy_timeout = 20');
}

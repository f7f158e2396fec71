import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { DatabaseConnection, Driver, SqliteStatement, TransactionSettings } from 'kysely';
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { retryWhileBusy } from './busy.ts';

/** Enough for every statement the ledger writes. */
const STATEMENT_CACHE = 300;
/** A writer in another process is waited for this long before the caller hears of it. */
const BUSY_PATIENCE_MS = 30_000;

/**
 * Kysely's own SQLite dialect over Node's built-in `node:sqlite`: the published dialects for it are pinned to older Kysely versions, and the
 * difference to better-sqlite3, which Kysely expects, is these few lines.
 */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  readonly #watch: () => void;

  /** @param watch throws when the file is not the one that was opened */
  constructor(database: DatabaseSync, watch: () => void) {
    super({ database: adapt(database) });
    this.#database = database;
    this.#watch = watch;
  }

  override createDriver(): Driver {
    return new NodeSqliteDriver(this.#database, this.#watch);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #watch: () => void;

  constructor(database: DatabaseSync, watch: () => void) {
    super({ database: adapt(database) });
    this.#watch = watch;
  }

  /** A writer takes the lock at once: a transaction that reads first and writes later could lose its snapshot and fail half-way. */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    this.#watch();
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await retryWhileBusy(() => connection.executeQuery(CompiledQuery.raw(begin)), BUSY_PATIENCE_MS);
  }
}

/** SQLite rolls DDL back with its transaction; Kysely's adapter says otherwise because other drivers can't. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** `node:sqlite` in the shape of better-sqlite3, with prepared statements kept (least recently used first out). */
function adapt(database: DatabaseSync) {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text: string): SqliteStatement {
      const known = statements.get(text);
      if (known) {
        statements.delete(text);
        statements.set(text, known);
        return known;
      }
      const statement = adaptStatement(database.prepare(text));
      statements.set(text, statement);
      if (statements.size > STATEMENT_CACHE) statements.delete(statements.keys().next().value!);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bind(parameters)),
    run: (parameters) => statement.run(...bind(parameters)),
    iterate: (parameters) => statement.iterate(...bind(parameters)),
  };
}

import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { breathe } from './breathe.ts';
import { asLedgerError } from './engine-errors.ts';
import type { RememberedCases, Touched } from './remembered-cases.ts';
import type { Database } from './schema/database.ts';

export type Engine = 'sqlite' | 'postgres';

/** A transaction that knows its engine. */
export interface Session {
  readonly db: Transaction<Database>;
  readonly engine: Engine;
}

/** The ways operations reach the database. Operations never nest them: what runs inside one transaction takes the session. */
export interface Store {
  readonly engine: Engine;
  readonly db: Kysely<Database>;
  /** SQLite's, shared by all who have the file open in this process. */
  readonly remembered?: RememberedCases | undefined;
  /**
   * One transaction that may write; in SQLite it holds the file's write lock from its first statement.
   * @param how.touched the cases of which something changes that a loaded case shows; all of them unless said otherwise
   * @param how.durable false: a power cut (not a crash of the process) may undo it, until the next durable transaction
   */
  write<T>(work: (session: Session) => Promise<T>, how?: { readonly touched?: Touched; readonly durable?: boolean }): Promise<T>;
  /** One consistent view of the data. */
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
}

export function storeOf(db: Kysely<Database>, engine: Engine, remembered?: RememberedCases): Store {
  return {
    engine,
    db,
    remembered,
    write: async (work, { touched = 'any', durable = true } = {}) => {
      await breathe();
      const run = (on: Kysely<Database>) =>
        on
          .transaction()
          .setAccessMode('read write')
          .execute(async (trx) => {
            // Before and after: inside, a transaction may look at what it changes.
            remembered?.forget(touched);
            const done = await work({ db: trx, engine });
            remembered?.forget(touched);
            return done;
          });
      return inOurWords(retryConflicts(() => (durable || engine === 'postgres' ? run(db) : unsynced(db, run))));
    },
    read: async (work) => {
      await breathe();
      return inOurWords(
        db
          .transaction()
          .setAccessMode('read only')
          .setIsolationLevel('repeatable read')
          .execute((trx) => work({ db: trx, engine })),
      );
    },
  };
}

/** SQLite waits for the disk at a commit unless told otherwise before the transaction. What comes later in its journal never survives without this. */
function unsynced<T>(db: Kysely<Database>, run: (on: Kysely<Database>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    await sql`pragma synchronous = normal`.execute(one);
    try {
      return await run(one);
    } finally {
      await sql`pragma synchronous = full`.execute(one);
    }
  });
}

/** A number that changes whenever another connection, of this process or another, wrote to SQLite's file. */
export async function dataVersion({ db }: Session): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]!.data_version;
}

const inOurWords = <T>(done: Promise<T>): Promise<T> => done.catch((error: unknown) => Promise.reject(asLedgerError(error)));

/** PostgreSQL's serialization_failure and deadlock_detected: it rolled one of two transactions back for the other to go on. */
const CONFLICTS = new Set(['40001', '40P01']);
const CONFLICT_ATTEMPTS = 5;

/** Repeating is safe: nothing of the transaction was kept, and operations read all they need inside it. */
async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = CONFLICT_ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const conflict = error instanceof Error && 'code' in error && typeof error.code === 'string' && CONFLICTS.has(error.code);
      if (!conflict || left === 0) throw error;
    }
  }
}

/** For `where(inList(...))`: the whole list travels as one parameter, so one prepared statement serves lists of any length. */
export function inList(session: Session, column: string, values: readonly string[]) {
  return session.engine === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${values}::text[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

import { composeLedger } from './compose-ledger.ts';
import { storeOf } from './engine.ts';
import type { Ledger } from './ledger.ts';
import type { WhenMissing } from './sqlite/file-place.ts';
import { acquireSqlite } from './sqlite/shared-connections.ts';

export interface SqliteOptions {
  readonly file: string;
  /** Default: the file begins here, with its folders. Whoever takes the path from a person says otherwise. */
  readonly whenMissing?: WhenMissing;
}

/**
 * The ledger in one file, readable by its owner only; call `migrate` before the first use. Opening one file several times in one process
 * shares one connection; each ledger that was opened has to be closed.
 * @throws ReguaError `ledger.sqlite-missing`, `ledger.sqlite-open`, `ledger.file-missing`, `ledger.folder-missing`
 */
export function openSqliteLedger({ file, whenMissing = 'create-with-folder' }: SqliteOptions): Ledger {
  const { db, remembered, release } = acquireSqlite(file, whenMissing);
  return composeLedger(storeOf(db, 'sqlite', remembered), release);
}

import { composeLedger } from './compose-ledger.ts';
import { storeOf } from './engine.ts';
import type { Ledger } from './ledger.ts';
import { acquireSqlite } from './sqlite/shared-connections.ts';

/**
 * The ledger in one file, made with its folders when missing; call `migrate` before the first use. Opening one file several times in one
 * process shares one connection; each ledger that was opened has to be closed.
 * @throws ReguaError `ledger.sqlite-missing`, `ledger.sqlite-open`
 */
export function openSqliteLedger(options: { readonly file: string }): Ledger {
  const { db, release } = acquireSqlite(options.file);
  return composeLedger(storeOf(db, 'sqlite'), release);
}

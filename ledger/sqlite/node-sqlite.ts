import { ReguaError } from '../../core/errors.ts';

/**
 * Node's own SQLite, asked for only when it is used: Node 20, which may load our modules for PostgreSQL or the command line, has none.
 * @throws ReguaError `ledger.sqlite-missing`
 */
export function nodeSqlite(): typeof import('node:sqlite') {
  const sqlite = process.getBuiltinModule('node:sqlite');
  if (sqlite) return sqlite;
  throw new ReguaError(
    'ledger.sqlite-missing',
    'Este Node não traz o SQLite. Use o Node 22.13 ou mais novo, ou configure o PostgreSQL na credencial da Régua.',
  );
}

import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeLedger } from '../compose-ledger.ts';
import { storeOf } from '../engine.ts';
import { openSqliteLedger } from '../open-sqlite.ts';
import type { TableName } from '../schema/database.ts';
import { TABLES } from '../schema/database.ts';
import { openSqlite } from '../sqlite/shared-connections.ts';
import type { Dump, Engines } from './opened.ts';

/** Ledgers in a temporary folder; `another` opens the file with a connection of its own, as a second process does. */
export async function sqliteEngines(): Promise<Engines> {
  const folder = await mkdtemp(join(tmpdir(), 'regua-ledger-'));
  const empty = join(folder, 'empty.sqlite');
  const first = openSqliteLedger({ file: empty });
  await first.migrate();
  await first.close();
  let count = 0;
  const file = () => join(folder, `${count}.sqlite`);
  return {
    async open() {
      count += 1;
      await copyFile(empty, file());
      return openSqliteLedger({ file: file() });
    },
    another() {
      const { db, close } = openSqlite(file());
      return Promise.resolve(composeLedger(storeOf(db, 'sqlite'), close));
    },
    dump: () => dumpSqlite(file()),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Every row of every table of a ledger's file, in an order of its own. */
export async function dumpSqlite(file: string): Promise<Dump> {
  const { db, close } = openSqlite(file);
  const dump: Record<string, string[]> = {};
  for (const table of Object.keys(TABLES) as TableName[]) {
    const rows = await db.selectFrom(table).selectAll().execute();
    dump[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  await close();
  return dump;
}

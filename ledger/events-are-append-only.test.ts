import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { composeLedger } from './compose-ledger.ts';
import { storeOf } from './engine.ts';
import { openSqlite } from './sqlite/shared-connections.ts';
import { AT, importOne } from './testing/fixtures.ts';

describe('the event log', () => {
  test('refuses every change, also by hand, and takes the blanking of an erasure only as far as that goes', async () => {
    const { db, close } = openSqlite(':memory:');
    const ledger = composeLedger(storeOf(db, 'sqlite'), close);
    await ledger.migrate();
    await importOne(ledger);
    await expect(sql`delete from events`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`update events set data = '{}'`.execute(db)).rejects.toThrow('append-only');
    await sql`insert into erasures (id, at, cases, active) values ('x', ${AT}, 1, 1)`.execute(db);
    await expect(sql`update events set at = '2000-01-01'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from events`.execute(db)).rejects.toThrow('append-only');
    await sql`update events set data = '{}'`.execute(db);
    await ledger.close();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { composeLedger } from '../compose-ledger.ts';
import { storeOf, type Engine } from '../engine.ts';
import { connectPostgres } from '../open-postgres.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import type { Database } from '../schema/database.ts';
import { openSqlite } from '../sqlite/shared-connections.ts';
import { FIRST_VERSION } from '../testing/first-version.ts';
import { postgresEngines } from '../testing/postgres.ts';
import { migrateToLatest, migrationsFor } from './index.ts';

type Connected = { readonly db: Kysely<Database>; readonly close: () => Promise<void> };

const folder = mkdtempSync(join(tmpdir(), 'regua-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowsOf = async (db: Kysely<Database>, table: string, columns: readonly string[]): Promise<unknown[]> =>
  (await sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}`.execute(db)).rows;

async function tablesOf(db: Kysely<Database>): Promise<string[]> {
  return (await db.introspection.getTables()).map(({ name }) => name).filter((name) => !/^regua_migrations|^sqlite_/.test(name));
}

/** As a package left it that knew the first migration only. */
async function firstVersion(connected: Connected, engine: Engine): Promise<void> {
  const [name, migration] = Object.entries(migrationsFor(engine))[0]!;
  await migrateToLatest(connected.db, engine, { [name]: migration });
  for (const [table, rows] of Object.entries(FIRST_VERSION))
    await connected.db
      .insertInto(table as never)
      .values(rows as never)
      .execute();
}

function upgradeSuite(engine: Engine, connect: () => Promise<Connected>): void {
  test('a ledger of the first version has something in each table to lose', async () => {
    const connected = await connect();
    await firstVersion(connected, engine);
    const tables = engine === 'postgres' ? Object.keys(FIRST_VERSION) : await tablesOf(connected.db);
    expect(Object.keys(FIRST_VERSION).toSorted()).toEqual(tables.toSorted());
    await connected.close();
  });

  test('a ledger of the first version is brought to the newest with all that it held, and works on', async () => {
    const connected = await connect();
    await firstVersion(connected, engine);
    const ledger = composeLedger(storeOf(connected.db, engine), connected.close);
    await ledger.migrate();
    for (const [table, rows] of Object.entries(FIRST_VERSION)) expect(await rowsOf(connected.db, table, Object.keys(rows[0]!))).toEqual(rows);
    const ana = (await ledger.loadCases(['c-1'])).get('c-1')!;
    expect(ana).toMatchObject({
      debtor: { name: 'Ana Souza', optedOut: ['voice'] },
      debts: [{ number: 'NF-1', principal: 3_000_000_000, contestedOn: '2026-03-05', payments: [{ amount: 5_000 }] }],
    });
    await ledger.recordPayment({
      portfolio: ALL_PORTFOLIOS,
      reference: 'pix-3',
      amount: 700,
      paidOn: '2026-03-11',
      at: '2026-03-11T12:00:00.000Z',
      debtId: 't-1',
    });
    expect(
      (await ledger.loadCases(['c-1']))
        .get('c-1')!
        .debts[0]!.payments.map(({ amount }) => amount)
        .toSorted(),
    ).toEqual([5_000, 700]);
    await ledger.migrate();
    await ledger.close();
  });

  test('a ledger newer than this package is refused with what to do, and nothing in it is touched', async () => {
    const connected = await connect();
    const migrations = migrationsFor(engine);
    const name = '9999-from-tomorrow';
    await firstVersion(connected, engine);
    const tomorrow = { up: (db: Kysely<unknown>) => sql`alter table cases add column mood text`.execute(db).then(() => undefined) };
    await migrateToLatest(connected.db, engine, { ...migrations, [name]: tomorrow });
    const before = await connected.db.introspection.getTables({ withInternalKyselyTables: true });
    const ledger = composeLedger(storeOf(connected.db, engine), connected.close);
    const refusal = expect.objectContaining({ code: 'ledger.newer', message: expect.stringMatching(/9999-from-tomorrow.*Atualize o pacote n8n-nodes-regua/) });
    await expect(ledger.migrate()).rejects.toThrow(refusal);
    await expect(ledger.ping()).rejects.toThrow(refusal);
    expect(await connected.db.introspection.getTables({ withInternalKyselyTables: true })).toEqual(before);
    expect(await rowsOf(connected.db, 'cases', Object.keys(FIRST_VERSION['cases']![0]!))).toEqual(FIRST_VERSION['cases']);
    await ledger.close();
  });

  test('an empty place is no ledger yet, and can be asked whether it is there', async () => {
    const connected = await connect();
    const ledger = composeLedger(storeOf(connected.db, engine), connected.close);
    await ledger.ping();
    expect(engine === 'postgres' ? [] : await tablesOf(connected.db)).toEqual([]);
    await ledger.close();
  });
}

describe('versions of a ledger on SQLite', () => {
  let count = 0;
  upgradeSuite('sqlite', async () => openSqlite(join(folder, `${count++}.sqlite`)));
});

describe('versions of a ledger on PostgreSQL', () => {
  const engines = postgresEngines();
  if ('missing' in engines) {
    test('is skipped', ({ skip }) => skip(engines.missing));
  } else {
    afterAll(() => engines.stop());
    upgradeSuite('postgres', async () => connectPostgres(await engines.empty()));
  }
});

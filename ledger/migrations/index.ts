import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import type { Engine } from '../engine.ts';
import type { Database } from '../schema/database.ts';
import { firstTables } from './0001-first-tables.ts';
import { moneyGoesBack } from './0002-money-goes-back.ts';
import { eventsStayBehindTheirDoor } from './0003-events-stay-behind-their-door.ts';
import { rehearsals } from './0004-rehearsals.ts';
import { portfoliosHaveHolders } from './0005-portfolios-have-holders.ts';

/** In the code and not read from a folder: the package is one bundle. A migration that was published is never edited; a new one follows. */
function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    '0001-first-tables': firstTables(engine),
    '0002-money-goes-back': moneyGoesBack(engine),
    '0003-events-stay-behind-their-door': eventsStayBehindTheirDoor(engine),
    '0004-rehearsals': rehearsals(engine),
    '0005-portfolios-have-holders': portfoliosHaveHolders(engine),
  };
}

/** Any number that nothing else in the database uses as an advisory lock. */
const ADVISORY_LOCK = 73_482_001;

/**
 * Brings the tables to the newest version. All or nothing, and one process at a time: several n8n workers may start together.
 */
export async function migrateToLatest(db: Kysely<Database>, engine: Engine): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(trx);
    // Kysely looks for its own tables in every schema it may see, and would take another ledger's for ours.
    const schema = engine === 'postgres' ? (await sql<{ name: string }>`select current_schema() as name`.execute(trx)).rows[0]?.name : undefined;
    const migrator = new Migrator({
      db: trx,
      provider: { getMigrations: () => Promise.resolve(migrationsFor(engine)) },
      migrationTableName: 'regua_migrations',
      migrationLockTableName: 'regua_migrations_lock',
      ...(schema === undefined ? {} : { migrationTableSchema: schema }),
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  });
}

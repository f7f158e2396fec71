import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import { ReguaError } from '../../core/errors.ts';
import type { Engine } from '../engine.ts';
import type { Database } from '../schema/database.ts';
import { firstTables } from './0001-first-tables.ts';
import { moneyGoesBack } from './0002-money-goes-back.ts';
import { eventsStayBehindTheirDoor } from './0003-events-stay-behind-their-door.ts';
import { rehearsals } from './0004-rehearsals.ts';
import { portfoliosHaveHolders } from './0005-portfolios-have-holders.ts';
import { waitsHaveReasons } from './0006-waits-have-reasons.ts';
import { offersAreKept } from './0007-offers-are-kept.ts';

/** In the code and not read from a folder: the package is one bundle. A migration that was published is never edited; a new one follows. */
export function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    '0001-first-tables': firstTables(engine),
    '0002-money-goes-back': moneyGoesBack(engine),
    '0003-events-stay-behind-their-door': eventsStayBehindTheirDoor(engine),
    '0004-rehearsals': rehearsals(engine),
    '0005-portfolios-have-holders': portfoliosHaveHolders(engine),
    '0006-waits-have-reasons': waitsHaveReasons(engine),
    '0007-offers-are-kept': offersAreKept(engine),
  };
}

/** Any number that nothing else in the database uses as an advisory lock. */
const ADVISORY_LOCK = 73_482_001;
const DONE_TABLE = 'regua_migrations';

/**
 * Brings the tables to the newest version. All or nothing, and one process at a time: several n8n workers may start together.
 * @param migrations those of this package; a test plays an older one
 * @throws ReguaError `ledger.newer`, before anything is touched
 */
export async function migrateToLatest(db: Kysely<Database>, engine: Engine, migrations: Record<string, Migration> = migrationsFor(engine)): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(trx);
    await refuseNewer(trx, engine, migrations);
    // Kysely looks for its own tables in every schema it may see, and would take another ledger's for ours.
    const schema = engine === 'postgres' ? (await sql<{ name: string }>`select current_schema() as name`.execute(trx)).rows[0]?.name : undefined;
    const migrator = new Migrator({
      db: trx,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableName: DONE_TABLE,
      migrationLockTableName: 'regua_migrations_lock',
      ...(schema === undefined ? {} : { migrationTableSchema: schema }),
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  });
}

/**
 * A ledger that a newer package has changed holds what this one would misread or lose. Reads only.
 * @throws ReguaError `ledger.newer`
 */
export async function refuseNewer(db: Kysely<Database>, engine: Engine, migrations: Record<string, Migration> = migrationsFor(engine)): Promise<void> {
  const unknown = (await doneIn(db, engine)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new ReguaError(
    'ledger.newer',
    `Este registro já foi usado por uma versão mais nova da Régua (${unknown.join(', ')}). Atualize o pacote n8n-nodes-regua neste n8n e em cada worker, ` +
      'e rode de novo. Nada foi mudado no registro.',
  );
}

/** Names of the migrations that a ledger has behind it; none in an empty one. */
async function doneIn(db: Kysely<Database>, engine: Engine): Promise<string[]> {
  const found =
    engine === 'postgres'
      ? sql`select 1 from pg_tables where schemaname = current_schema() and tablename = ${DONE_TABLE}`
      : sql`select 1 from sqlite_master where type = 'table' and name = ${DONE_TABLE}`;
  if ((await found.execute(db)).rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DONE_TABLE)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

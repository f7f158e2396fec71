import { sql } from 'kysely';
import type { Session } from './engine.ts';
import type { Columns } from './schema/columns.ts';
import type { NewRow, TableName } from './schema/database.ts';
import { TABLES } from './schema/database.ts';

/** Large enough to make a statement's fixed cost vanish, small enough to keep its JSON under a few megabytes. */
const ROWS_PER_STATEMENT = 2000;

/**
 * Rows as a derived table, sent as one JSON parameter: any number of rows through one prepared statement, without the engines' limits on
 * parameters (32,766 in SQLite, 65,535 in PostgreSQL).
 */
function jsonRows(session: Session, columns: Columns, names: readonly string[], rows: readonly object[]) {
  const values = (rows as readonly Record<string, unknown>[]).map((row) => names.map((name) => storable(row[name])));
  const json = JSON.stringify(values);
  const fields = names.map((name, index) => {
    if (session.engine === 'sqlite') return sql`value ->> ${sql.lit(index)} as ${sql.ref(name)}`;
    const type = columns[name]!.startsWith('integer') ? sql`bigint` : sql`text`;
    return sql`(value ->> ${sql.lit(index)})::${type} as ${sql.ref(name)}`;
  });
  const source = session.engine === 'sqlite' ? sql`json_each(${json})` : sql`json_array_elements(${json}::json)`;
  return sql`(select ${sql.join(fields)} from ${source})`;
}

/** PostgreSQL takes neither NUL nor half a surrogate pair in text; a debtor's reply may hold either. */
function storable(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.includes('\0') ? value.replaceAll('\0', '') : value;
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) yield rows.slice(from, from + ROWS_PER_STATEMENT);
}

/** Inserts all rows; `ignoreExisting` leaves rows alone that are there already. */
export async function insertRows<T extends TableName>(
  session: Session,
  table: T,
  rows: readonly NewRow<T>[],
  options: { ignoreExisting?: boolean } = {},
): Promise<void> {
  const columns: Columns = TABLES[table];
  const names = Object.keys(columns).filter((name) => columns[name] !== 'serial');
  const list = sql.join(names.map((name) => sql.ref(name)));
  for (const chunk of chunks(rows)) {
    const conflict = options.ignoreExisting ? sql`on conflict do nothing` : sql``;
    await sql`insert into ${sql.table(table)} (${list}) select ${list} from ${jsonRows(session, columns, names, chunk)} as j where true ${conflict}`.execute(
      session.db,
    );
  }
}

/** Sets the named columns of rows found by `key`; every row carries the key and all those columns. */
export async function updateRows<T extends TableName, K extends keyof NewRow<T> & string, S extends keyof NewRow<T> & string>(
  session: Session,
  table: T,
  key: readonly K[],
  set: readonly S[],
  rows: readonly Pick<NewRow<T>, K | S>[],
): Promise<void> {
  const columns: Columns = TABLES[table];
  const assignments = sql.join(set.map((name) => sql`${sql.ref(name)} = ${sql.ref(`j.${name}`)}`));
  const match = sql.join(
    key.map((name) => sql`${sql.ref(`${table}.${name}`)} = ${sql.ref(`j.${name}`)}`),
    sql` and `,
  );
  for (const chunk of chunks(rows)) {
    await sql`update ${sql.table(table)} set ${assignments} from ${jsonRows(session, columns, [...key, ...set], chunk)} as j where ${match}`.execute(
      session.db,
    );
  }
}

/** Inserts a row or, when its key is there, sets every other column. */
export async function upsertRow<T extends TableName>(session: Session, table: T, key: readonly (keyof NewRow<T> & string)[], row: NewRow<T>): Promise<void> {
  const names = Object.keys(TABLES[table]);
  const list = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(names.map((name) => sql`${storable((row as Record<string, unknown>)[name])}`));
  const keyNames: readonly string[] = key;
  const set = sql.join(names.filter((name) => !keyNames.includes(name)).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  await sql`insert into ${sql.table(table)} (${list}) values (${values}) on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${set}`.execute(
    session.db,
  );
}

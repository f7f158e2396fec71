import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import type { NewRow, TableName } from '../schema/database.ts';

/** Ids per round: bounds the rows that are in memory on their way. */
const CASES_PER_ROUND = 2000;

/** What belongs to a case by its id, in an order in which every row finds the rows it refers to. The event log stays: a copy starts one of its own. */
export const OF_CASE = [
  'debts',
  'payments',
  'payment_allocations',
  'payment_reversals',
  'waivers',
  'contacts',
  'step_records',
  'refusals',
  'tasks',
  'promises',
  'agreements',
  'bureau_entries',
  'filings',
] as const satisfies readonly TableName[];

/**
 * Copies cases from one ledger to another, whatever their engines, each once: with them come the other cases of the same people, since caps and opt-outs
 * are counted over all of them, and the newest run of each portfolio that has none here yet, whose terms payments are counted by.
 */
export class CaseCopy {
  readonly #from: Store;
  readonly #to: Store;
  readonly #copied = new Set<string>();

  constructor(from: Store, to: Store) {
    this.#from = from;
    this.#to = to;
  }

  /** Unknown ids are left out. */
  async of(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#copied.has(id));
    for (let start = 0; start < missing.length; start += CASES_PER_ROUND) await this.#round(missing.slice(start, start + CASES_PER_ROUND));
  }

  async #round(ids: readonly string[]): Promise<void> {
    const rows = await this.#from.read((session) => rowsOf(session, ids, this.#copied));
    await this.#to.write(async (session) => {
      const standing = new Set((await session.db.selectFrom('runs').select('portfolio').execute()).map(({ portfolio }) => portfolio));
      for (const [table, list] of rows) {
        const missing = table === 'runs' ? list.filter((row) => !standing.has(row['portfolio'] as string)) : list;
        await insertRows(session, table, missing as readonly NewRow<typeof table>[], { ignoreExisting: true });
      }
    });
    for (const id of ids) this.#copied.add(id);
    for (const row of rows.get('cases')!) this.#copied.add(row['id'] as string);
  }
}

type AnyRow = Readonly<Record<string, unknown>>;
type Rows = ReadonlyMap<TableName, readonly AnyRow[]>;

async function rowsOf(session: Session, ids: readonly string[], copied: ReadonlySet<string>): Promise<Rows> {
  const { db } = session;
  const people = db
    .selectFrom('cases')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .select('debtors.document')
    .where(inList(session, 'cases.id', ids));
  const found = await db
    .selectFrom('cases')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .select(['cases.id', 'cases.debtor_id', 'cases.portfolio'])
    .where('debtors.document', 'in', people)
    .execute();
  const fresh = found.filter(({ id }) => !copied.has(id));
  const caseIds = fresh.map(({ id }) => id);
  const debtorIds = fresh.map((row) => row.debtor_id);
  const rows = new Map<TableName, readonly AnyRow[]>();
  const take = async (table: TableName, column: string, values: readonly string[]): Promise<readonly AnyRow[]> => {
    const list: readonly AnyRow[] = await db
      .selectFrom(table)
      .selectAll()
      .where(inList(session, column, values))
      .execute();
    rows.set(table, list);
    return list;
  };
  await take('debtors', 'id', debtorIds);
  await take('contact_points', 'debtor_id', debtorIds);
  await take('cases', 'id', caseIds);
  for (const table of OF_CASE) {
    const list = await take(table, 'case_id', caseIds);
    const own = list.map((row) => row['id'] as string);
    if (table === 'contacts') await take('contact_contents', 'contact_id', own);
    if (table === 'agreements') await take('agreement_installments', 'agreement_id', own);
  }
  rows.set('runs', await newestRuns(session, [...new Set(fresh.map(({ portfolio }) => portfolio))]));
  return rows;
}

async function newestRuns({ db }: Session, portfolios: readonly string[]): Promise<AnyRow[]> {
  const runs: AnyRow[] = [];
  for (const portfolio of portfolios)
    runs.push(
      ...(await db.selectFrom('runs').selectAll().where('portfolio', '=', portfolio).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(1).execute()),
    );
  return runs;
}

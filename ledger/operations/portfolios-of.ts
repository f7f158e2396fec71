import { sql } from 'kysely';
import { documentKey } from '../documents.ts';
import type { Store } from '../engine.ts';

/** By name. */
export async function portfoliosOf(store: Store, document: string): Promise<{ portfolio: string; openDebts: number }[]> {
  const rows = await store.db
    .selectFrom('cases')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .leftJoin('debts', (join) => join.onRef('debts.case_id', '=', 'cases.id').on('debts.status', '=', 'open'))
    .select(['cases.portfolio', sql<number>`count(debts.id)`.as('open')])
    .where('debtors.document', '=', documentKey(document))
    .groupBy('cases.portfolio')
    .orderBy('cases.portfolio')
    .execute();
  return rows.map((row) => ({ portfolio: row.portfolio, openDebts: Number(row.open) }));
}

import { sql } from 'kysely';
import type { KnownPortfolio } from '../../core/portfolio/index.ts';
import type { Store } from '../engine.ts';
import { toHolder } from '../rows/portfolio-rows.ts';

/** Every portfolio that has people or has been run, by name. */
export async function knownPortfolios(store: Store): Promise<KnownPortfolio[]> {
  return store.read(async ({ db }) => {
    const counts = await db
      .selectFrom('cases')
      .select(['portfolio', sql<number>`count(*)`.as('cases')])
      .groupBy('portfolio')
      .execute();
    const holders = new Map((await db.selectFrom('portfolios').selectAll().execute()).map((row) => [row.portfolio, toHolder(row)]));
    const cases = new Map(counts.map((row) => [row.portfolio, Number(row.cases)]));
    return [...new Set([...cases.keys(), ...holders.keys()])].sort().map((portfolio) => {
      const holder = holders.get(portfolio);
      return { portfolio, cases: cases.get(portfolio) ?? 0, ...(holder ? { holder } : {}) };
    });
  });
}

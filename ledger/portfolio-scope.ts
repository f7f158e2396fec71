import { sql } from 'kysely';

/** Every portfolio of the ledger. A symbol, so that no text from outside can ever mean it. */
export const ALL_PORTFOLIOS: unique symbol = Symbol('all portfolios');

/** How far a question or an event reaches: what comes through a portfolio's door concerns that portfolio only. */
export type PortfolioScope = string | typeof ALL_PORTFOLIOS;

/** For `where(inPortfolio(...))`. */
export function inPortfolio(column: string, scope: PortfolioScope) {
  return scope === ALL_PORTFOLIOS ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${scope}`;
}

export type * from './ledger.ts';
export { openPostgresLedger } from './open-postgres.ts';
export type { PostgresOptions } from './open-postgres.ts';
export { openSqliteLedger } from './open-sqlite.ts';
export { ALL_PORTFOLIOS } from './portfolio-scope.ts';
export type { PortfolioScope } from './portfolio-scope.ts';
export type { SqliteOptions } from './open-sqlite.ts';
export { lookAtPlace } from './sqlite/file-place.ts';

export { decodeTable } from './encoding.ts';
export type { PortfolioField } from './fields.ts';
export { FIELDS, PORTFOLIO_FIELDS } from './fields.ts';
export * from './imported-case.ts';
export * from './map-columns.ts';
export * from './parse-csv.ts';
export * from './read-rows.ts';
export type { InvalidRow, RowProblem, RowWarning } from './row-problem.ts';

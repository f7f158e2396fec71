export type { Statement, StatementEntry } from './statement.ts';
export { isMoneyGoingBack } from './entry-text.ts';
export * from './read-statement.ts';

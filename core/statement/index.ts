export * from './decide-statement.ts';
export { isMoneyGoingBack } from './entry-text.ts';
export * from './json.ts';
export * from './match-entry.ts';
export * from './open-debt.ts';
export * from './read-statement.ts';
export type { Statement, StatementEntry } from './statement.ts';

export type { TitleKind } from './layouts.ts';
export * from './read-return.ts';

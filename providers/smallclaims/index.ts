export * from './filing-provider.ts';
export * from './manual/manual.ts';
export * from './rehearsal/rehearsal.ts';

export * from './bureau-provider.ts';
export * from './manual/manual.ts';
export * from './rehearsal/rehearsal.ts';

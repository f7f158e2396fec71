export * from './bureau-provider.ts';
export * from './manual/manual.ts';

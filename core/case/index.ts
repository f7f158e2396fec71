export * from './case.ts';
export * from './channel.ts';

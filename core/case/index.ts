export * from './case.ts';
export * from './agreement-from.ts';
export * from './channel.ts';
export * from './teams.ts';
export * from './purposes.ts';

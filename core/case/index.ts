export * from './case.ts';
export * from './channel.ts';
export * from './teams.ts';

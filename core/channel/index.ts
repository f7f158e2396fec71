export * from './decision.ts';
export * from './rank-channels.ts';
export * from './next-best.ts';
export * from './history.ts';

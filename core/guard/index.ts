export * from './decision.ts';
export * from './guard.ts';
export * from './frequency.ts';
export * from './personal-data.ts';

export * from './types.ts';
export * from './assumptions.ts';
export * from './random.ts';
export * from './sample-cases.ts';
export * from './simulate.ts';

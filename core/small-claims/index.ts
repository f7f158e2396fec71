export * from './eligibility.ts';
export * from './minimum-wage.ts';

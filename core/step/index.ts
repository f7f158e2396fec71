export * from './decision.ts';
export * from './plan-of.ts';
export * from './choose-step.ts';
export * from './next-action.ts';
export * from './promise.ts';

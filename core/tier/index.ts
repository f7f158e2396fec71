export * from './decision.ts';
export * from './decide-tier.ts';
export * from './good-payer.ts';
export * from './metrics.ts';
export * from './preview.ts';

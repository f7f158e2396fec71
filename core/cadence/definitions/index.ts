export * from './blocks.ts';
export * from './cadence.ts';
export * from './creditor.ts';
export * from './field.ts';
export * from './tiers.ts';
export * from './trigger.ts';
export * from './words.ts';
export * from './field-at.ts';

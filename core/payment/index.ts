export * from './settlement.ts';
export * from './charges-for.ts';
export * from './asked-amounts.ts';
export * from './waive-rests.ts';
export * from './impute.ts';
export * from './apply-imputation.ts';
export * from './take-back.ts';
export * from './new-payments.ts';

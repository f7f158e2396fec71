export * from './proofs.ts';
export * from './verify-notice.ts';

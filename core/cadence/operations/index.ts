export { applyOperation } from './apply.ts';
export { describeOperation } from './describe.ts';
export { findBlock, type BlockPlace } from './blocks.ts';
export { findStep } from './steps.ts';
export { freshId, idsOf } from './ids.ts';
export type { CadenceOperation, OperationKind, OperationOf, Place } from './operation.ts';

export * from './types.ts';
export * from './assumptions.ts';
export * from './random.ts';
export * from './sample-cases.ts';
export * from './simulate.ts';
export { QUIET_WORLD } from './world.ts';
export type { Delivery, World } from './world.ts';
export type { WorldEvent } from './world-event.ts';

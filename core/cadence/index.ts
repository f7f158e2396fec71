export * from './blocks.ts';
export { clockOf, firstRun, type Clock } from './clock.ts';
export * from './document.ts';
export * from './findings/index.ts';
export * from './labels.ts';
export { channelsOf } from './message-channels.ts';
export * from './new-block.ts';
export * from './operations/index.ts';
export { asCadenceOf, asOwnCadence, ownPortfolioOf } from './own-cadence.ts';
export { withoutTies } from './own-copy.ts';

export * from './parse.ts';
export * from './policies.ts';
export * from './settings.ts';
export { foreignNodeFindings } from './findings/n8n.ts';
export { asItRuns, switchedOn } from './switched-on.ts';
export { secretsIn } from './secrets.ts';
export * from './compare/index.ts';

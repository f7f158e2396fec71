export * from './offer.ts';
export * from './pick-policy.ts';
export * from './offers-for.ts';
export * from './offers-for-case.ts';
export * from './accept-offer.ts';
export * from './headline-offers.ts';
export * from './pix-codes.ts';
// An accepted offer's life goes on in core/agreement.
export { breachOf } from '../agreement/breach.ts';
export { reinstate } from '../agreement/reinstate.ts';

import type { MessagePurpose } from './case.ts';

/** Purposes that ask for money or announce what follows from not paying; the others thank, ask how it went, or answer the debtor. */
const COLLECTING: ReadonlySet<MessagePurpose> = new Set(['reminder', 'charge', 'formal', 'offer', 'bureau-notice', 'legal-notice']);

export const isCollecting = (purpose: MessagePurpose): boolean => COLLECTING.has(purpose);

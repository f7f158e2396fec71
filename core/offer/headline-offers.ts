import type { Offer } from './offer.ts';

/** At most three offers for a message: cash, a middle number of instalments, and the longest. */
export function headlineOffers(offers: readonly Offer[]): Offer[] {
  const cash = offers.filter((offer) => offer.kind === 'cash').slice(0, 1);
  const parts = offers.filter((offer) => offer.kind === 'installments');
  const longest = parts.at(-1);
  const middle = parts[Math.floor((parts.length - 1) / 2)];
  return [...cash, ...new Set([middle, longest])].filter((offer): offer is Offer => offer !== undefined);
}

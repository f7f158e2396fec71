import { centsToDecimal } from '../../core/money.ts';
import type { Offer } from '../../core/offer/index.ts';

/** An offer as it travels on an item and as an agent reads it. */
export function offerOnItem(offer: Offer) {
  const first = offer.installments[0];
  return {
    id: offer.id,
    kind: offer.kind,
    total: centsToDecimal(offer.total),
    entry: offer.entry === null ? null : centsToDecimal(offer.entry),
    installments: offer.installments.length,
    installmentAmount: first ? centsToDecimal(first.amount) : null,
    firstDueDate: first?.dueDate ?? null,
    savings: centsToDecimal(offer.savings),
    validUntil: offer.validUntil,
    description: offer.description,
  };
}

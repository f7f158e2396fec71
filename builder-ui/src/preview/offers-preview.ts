import type { CadenceDocument } from '../../../core/cadence/document.ts';
import type { OfferPolicy } from '../../../core/cadence/policies.ts';
import { anchorOf, type Case } from '../../../core/case/index.ts';
import type { DebtsCharges } from '../../../core/charges/index.ts';
import { chargesFor } from '../../../core/payment/index.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { collectibleDebts } from '../../../core/message/index.ts';
import { headlineOffers, offersFor, pickOfferPolicy, type Offer } from '../../../core/offer/index.ts';

/** The offers a message would show this case on that day. */
export function offersOn(document: CadenceDocument, subject: Case, charges: DebtsCharges, tierId: string, on: CivilDate): Offer[] {
  const policy = pickOfferPolicy(document.policies, tierId, charges.daysOverdue);
  return policy ? headlineOffers(offersFor(charges, policy, on, placeOf(subject))) : [];
}

/** Everything a policy gives this case, for the policy's own table. */
export function offersOfPolicy(document: CadenceDocument, policy: OfferPolicy, subject: Case, on: CivilDate): { charges: DebtsCharges; offers: Offer[] } {
  const charges = chargesFor(collectibleDebts(subject, on, document.policies.prescription.years), subject.debtor, document.policies, on);
  return { charges, offers: offersFor(charges, policy, on, placeOf(subject)) };
}

function placeOf(subject: Case): { uf: string; city?: string; cycle?: string } {
  const anchor = anchorOf(subject);
  return { uf: subject.debtor.uf, ...(subject.debtor.city === undefined ? {} : { city: subject.debtor.city }), ...(anchor ? { cycle: anchor.id } : {}) };
}

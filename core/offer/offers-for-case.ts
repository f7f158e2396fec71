import type { OfferPolicy, Policies } from '../cadence/policies.ts';
import { debtorPlace } from '../calendar/index.ts';
import type { Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { daysBetween } from '../civil-date.ts';
import { chargesFor } from '../payment/index.ts';
import { chargeableDebts } from '../prescription/index.ts';
import type { Offer } from './offer.ts';
import { offersFor } from './offers-for.ts';
import { pickOfferPolicy, policyRefusal } from './pick-policy.ts';

export type CaseOffers = { readonly policy: OfferPolicy; readonly offers: readonly Offer[] } | { readonly refusal: string };

/**
 * What may be offered to a case on a day, or in one Portuguese sentence why nothing may.
 * @param policyId empty = the first policy that fits the tier and the age of the debt
 */
export function offersForCase(subject: Case, policies: Policies, policyId: string, tierId: string | undefined, on: CivilDate): CaseOffers {
  const debts = chargeableDebts(subject, policies.prescription.years, on);
  const anchor = debts[0];
  if (!anchor) return { refusal: 'Não há dívida em aberto para negociar.' };
  const daysOverdue = daysBetween(anchor.dueDate, on);
  const policy = policyId === '' ? pickOfferPolicy(policies, tierId, daysOverdue) : policies.offers.find(({ id }) => id === policyId);
  if (!policy) {
    return {
      refusal:
        policyId === '' ? 'Nenhuma política de oferta serve para a faixa e o atraso deste caso.' : `A política de oferta "${policyId}" não existe nesta régua.`,
    };
  }
  const refusal = policyRefusal(policy, tierId, daysOverdue);
  if (refusal !== undefined) return { refusal };
  const charges = chargesFor(debts, subject.debtor, policies, on);
  const offers = offersFor(charges, policy, on, { ...debtorPlace(subject.debtor, policies), cycle: anchor.id });
  return offers.length === 0 ? { refusal: 'Com o valor de hoje a política não permite proposta nenhuma.' } : { policy, offers };
}

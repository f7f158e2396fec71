import type { OfferPolicy } from '../../core/cadence/policies.ts';
import type { Case } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { debtorPlace } from '../../core/calendar/index.ts';
import { daysBetween } from '../../core/civil-date.ts';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import { offersFor, pickOfferPolicy, policyRefusal } from '../../core/offer/index.ts';
import type { Offer } from '../../core/offer/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { chargeableDebts } from '../../core/prescription/index.ts';
import { chargesOf } from './case-summary.ts';

export type CaseOffers = { readonly policy: OfferPolicy; readonly offers: readonly Offer[] } | { readonly refusal: string };

/** What may be offered to a case on a day, or why nothing may. */
export function offersForCase(subject: Case, settings: CadenceSettings, policyId: string, tierId: string | undefined, on: CivilDate): CaseOffers {
  const anchor = chargeableDebts(subject, settings.policies.prescription.years, on)[0];
  if (!anchor) return { refusal: 'Não há dívida em aberto para negociar.' };
  const daysOverdue = daysBetween(anchor.dueDate, on);
  const policy = policyId === '' ? pickOfferPolicy(settings.policies, tierId, daysOverdue) : settings.policies.offers.find(({ id }) => id === policyId);
  if (!policy) {
    return {
      refusal:
        policyId === '' ? 'Nenhuma política de oferta serve para a faixa e o atraso deste caso.' : `A política de oferta "${policyId}" não existe nesta régua.`,
    };
  }
  const refusal = policyRefusal(policy, tierId, daysOverdue);
  if (refusal !== undefined) return { refusal };
  const offers = offersFor(chargesOf(subject, settings.policies, on), policy, on, { ...debtorPlace(subject.debtor, settings.policies), cycle: anchor.id });
  return offers.length === 0 ? { refusal: 'Com o valor de hoje a política não permite proposta nenhuma.' } : { policy, offers };
}

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

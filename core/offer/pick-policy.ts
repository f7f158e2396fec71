import type { OfferPolicy, Policies } from '../cadence/policies.ts';

/**
 * The policy for a tier and age, if any; the most specific wins: one that names the tier, then the one that begins latest, then the one
 * that ends soonest, then the document's order.
 * @param daysOverdue of the anchor; before the due date there is nothing to negotiate
 */
export function pickOfferPolicy(policies: Pick<Policies, 'offers'>, tierId: string | undefined, daysOverdue: number): OfferPolicy | undefined {
  return policies.offers
    .filter((policy) => fits(policy, tierId, daysOverdue))
    .sort((a, b) => named(b) - named(a) || b.fromDay - a.fromDay || lastDay(a) - lastDay(b))[0];
}

/** Why a policy may not be used for a case, in Portuguese, or undefined when it may. */
export function policyRefusal(policy: OfferPolicy, tierId: string | undefined, daysOverdue: number): string | undefined {
  if (fits(policy, tierId, daysOverdue)) return undefined;
  if (daysOverdue < policy.fromDay) return `A condição "${policy.name}" vale a partir de ${policy.fromDay} dias de atraso.`;
  if (daysOverdue > lastDay(policy)) return `A condição "${policy.name}" vale até ${lastDay(policy)} dias de atraso.`;
  return `A condição "${policy.name}" não é para a faixa deste cliente.`;
}

function fits(policy: OfferPolicy, tierId: string | undefined, daysOverdue: number): boolean {
  return (
    (policy.tierIds.length === 0 || (tierId !== undefined && policy.tierIds.includes(tierId))) &&
    daysOverdue >= policy.fromDay &&
    daysOverdue <= lastDay(policy)
  );
}

const named = (policy: OfferPolicy): number => Number(policy.tierIds.length > 0);
const lastDay = (policy: OfferPolicy): number => policy.toDay ?? Number.MAX_SAFE_INTEGER;

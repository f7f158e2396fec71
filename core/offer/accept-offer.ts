import type { CadenceSettings } from '../cadence/settings.ts';
import type { Agreement, Case } from '../case/index.ts';
import { agreementFrom, agreementsInForce } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { chargeableDebts } from '../prescription/index.ts';
import type { Offer } from './offer.ts';
import { offersForCase } from './offers-for-case.ts';

export interface WantedOffer {
  /** As it came in `offers`; empty = the day's offer with `installments`. */
  readonly offerId: string;
  readonly installments: number;
  readonly policyId: string;
  readonly tierId: string | undefined;
}

export type OfferAcceptance =
  /** `fresh` is false for an agreement that stood already. */
  | { readonly kind: 'accepted'; readonly agreement: Agreement; readonly fresh: boolean; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly offers?: readonly Offer[] };

/** Offer ids end in the day they were made and what they are: the offer is made again for that day, never taken from outside. */
const OFFER_DAY = /(\d{4}-\d{2}-\d{2})-(?:avista|\d+x)$/;

/** The agreement on an offer that the policy really makes; nothing that was typed elsewhere can change its terms. */
export function acceptOffer(subject: Case, { policies }: Pick<CadenceSettings, 'policies'>, wanted: WantedOffer, on: CivilDate): OfferAcceptance {
  const refused = (reason: string): OfferAcceptance => ({ kind: 'refused', reason });
  const { offerId, installments } = wanted;
  const made = offerId === '' ? undefined : agreementsOn(offerId, subject).find(({ status }) => status !== 'broken');
  if (made) return { kind: 'accepted', agreement: made, fresh: false, reason: 'O acordo já estava feito.' };
  const debts = chargeableDebts(subject, policies.prescription.years, on);
  // Debts in an agreement are offered nothing; another may be made over those that fell due since.
  if (agreementsInForce(subject).length > 0 && debts.length === 0) return refused('Já há um acordo em vigor sobre estas dívidas.');
  const day = OFFER_DAY.exec(offerId)?.[1] ?? on;
  if (day > on) return refused('Esta proposta não existe.');
  const found = offersForCase(subject, policies, wanted.policyId, wanted.tierId, day);
  if ('refusal' in found) return refused(found.refusal);
  const offer = found.offers.find((one) =>
    offerId === '' ? (installments === 1 ? one.kind === 'cash' : one.kind === 'installments' && one.installments.length === installments) : one.id === offerId,
  );
  if (!offer) return { kind: 'refused', reason: 'Esta proposta não existe ou não está entre as que a política permite.', offers: found.offers };
  const agreement = agreementFrom(offer, { id: freeId(offer.id, subject), on, debtIds: debts.map(({ id }) => id) });
  return { kind: 'accepted', agreement, fresh: true, reason: `Acordo feito: ${offer.description}` };
}

/** The agreements made on one offer: one, and after it broke on the same day perhaps another. */
function agreementsOn(offerId: string, subject: Case): Agreement[] {
  const id = `${subject.id}:${offerId}`;
  return subject.agreements.filter((agreement) => agreement.id === id || agreement.id.startsWith(`${id}:`));
}

function freeId(offerId: string, subject: Case): string {
  const before = agreementsOn(offerId, subject).length;
  return `${subject.id}:${offerId}${before === 0 ? '' : `:${before + 1}`}`;
}

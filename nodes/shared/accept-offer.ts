import type { Agreement, Case } from '../../core/case/index.ts';
import { agreementsInForce } from '../../core/case/index.ts';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import { collectibleDebts } from '../../core/message/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { agreementFrom, offersForCase } from '../../core/offer/index.ts';
import { chargeableDebts } from '../../core/prescription/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { offerOnItem } from './offer-on-item.ts';
import type { Moment } from './today.ts';

export interface WantedOffer {
  /** As it came in `offers`; empty = today's offer with `installments`. */
  readonly offerId: string;
  readonly installments: number;
  readonly policyId: string;
  readonly tierId: string | undefined;
}

export type Acceptance =
  | { readonly kind: 'accepted'; readonly agreement: ReturnType<typeof agreementOnItem>; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly offers?: ReturnType<typeof offerOnItem>[] };

/** Offer ids end in the day they were made and what they are: the offer is made again for that day, never taken from outside. */
const OFFER_DAY = /(\d{4}-\d{2}-\d{2})-(?:avista|\d+x)$/;

/** Closes an agreement on an offer that the policy really makes; nothing that was typed elsewhere can change its terms. */
export async function acceptOffer(subject: Case, settings: CadenceSettings, wanted: WantedOffer, moment: Moment, ledger: Ledger): Promise<Acceptance> {
  const refused = (reason: string): Acceptance => ({ kind: 'refused', reason });
  const { offerId, installments } = wanted;
  const made = offerId === '' ? undefined : agreementsOn(offerId, subject).find(({ status }) => status !== 'broken');
  if (made) return { kind: 'accepted', agreement: agreementOnItem(made), reason: 'O acordo já estava feito.' };
  // Debts in an agreement are offered nothing; another may be made over those that fell due since.
  if (agreementsInForce(subject).length > 0 && chargeableDebts(subject, settings.policies.prescription.years, moment.today).length === 0)
    return refused('Já há um acordo em vigor sobre estas dívidas.');
  const day = OFFER_DAY.exec(offerId)?.[1] ?? moment.today;
  if (day > moment.today) return refused('Esta proposta não existe.');
  const found = offersForCase(subject, settings.policies, wanted.policyId, wanted.tierId, day);
  if ('refusal' in found) return refused(found.refusal);
  const offer = found.offers.find((one) =>
    offerId === '' ? (installments === 1 ? one.kind === 'cash' : one.kind === 'installments' && one.installments.length === installments) : one.id === offerId,
  );
  if (!offer)
    return { kind: 'refused', reason: 'Esta proposta não existe ou não está entre as que a política permite.', offers: found.offers.map(offerOnItem) };
  const agreement = agreementFrom(offer, {
    id: freeId(offer.id, subject),
    on: moment.today,
    debtIds: collectibleDebts(subject, moment.today, settings.policies.prescription.years).map(({ id }) => id),
  });
  await ledger.saveAgreement({ ...agreement, caseId: subject.id, at: moment.now });
  return { kind: 'accepted', agreement: agreementOnItem(agreement), reason: `Acordo feito: ${offer.description}` };
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

export function agreementOnItem(agreement: Agreement) {
  return {
    id: agreement.id,
    total: centsToDecimal(agreement.total),
    installments: agreement.installments.map(({ number, dueDate, amount }) => ({ number, dueDate, amount: centsToDecimal(amount) })),
    status: agreement.status,
  };
}

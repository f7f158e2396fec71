import type { Agreement, Case } from '../../core/case/index.ts';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { WantedOffer } from '../../core/offer/index.ts';
import { acceptOffer } from '../../core/offer/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { offerOnItem } from './offer-on-item.ts';
import type { Moment } from './today.ts';

export type Acceptance =
  | { readonly kind: 'accepted'; readonly agreement: ReturnType<typeof agreementOnItem>; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly offers?: readonly ReturnType<typeof offerOnItem>[] };

/** Closes an agreement on an offer and writes it down. */
export async function closeAgreement(subject: Case, settings: CadenceSettings, wanted: WantedOffer, moment: Moment, ledger: Ledger): Promise<Acceptance> {
  const result = acceptOffer(subject, settings, wanted, moment.today);
  if (result.kind === 'refused')
    return { kind: 'refused', reason: result.reason, ...(result.offers === undefined ? {} : { offers: result.offers.map(offerOnItem) }) };
  const { agreement, fresh, reason } = result;
  if (fresh) await ledger.saveAgreement({ ...agreement, caseId: subject.id, at: moment.now });
  return { kind: 'accepted', agreement: agreementOnItem(agreement), reason };
}

export function agreementOnItem(agreement: Agreement) {
  return {
    id: agreement.id,
    total: centsToDecimal(agreement.total),
    installments: agreement.installments.map(({ number, dueDate, amount }) => ({ number, dueDate, amount: centsToDecimal(amount) })),
    status: agreement.status,
  };
}

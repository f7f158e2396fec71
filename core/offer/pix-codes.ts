import type { Creditor } from '../cadence/policies.ts';
import { buildPixBrCode } from '../identity/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { Offer } from './offer.ts';

export interface OfferPixCode {
  /** 0 for the entry. */
  readonly number: number;
  readonly dueDate: CivilDate;
  readonly amount: Cents;
  /** Pix copia-e-cola with the amount in it. */
  readonly code: string;
}

/**
 * A Pix code for each payment of an offer: cash, or the entry and every instalment. A static code knows no due date and no payer: the
 * identifier says which payment it is, so that the bank statement can be matched.
 * @param reference letters and digits that recognise the case, at most 20; others are dropped
 * @throws ReguaError `pix.key`, `pix.merchant`
 */
export function offerPixCodes(offer: Offer, creditor: Pick<Creditor, 'pixKey' | 'name' | 'city'>, reference: string): OfferPixCode[] {
  const payments = [...(offer.entry === null ? [] : [{ number: 0, dueDate: offer.validUntil, amount: offer.entry }]), ...offer.installments];
  const base = reference.replace(/[^A-Za-z0-9]/g, '').slice(0, 20);
  return payments.map(({ number, dueDate, amount }) => ({
    number,
    dueDate,
    amount,
    code: buildPixBrCode({
      key: creditor.pixKey,
      amount,
      merchantName: creditor.name,
      merchantCity: creditor.city,
      txid: `${base}P${String(number).padStart(3, '0')}`,
    }),
  }));
}

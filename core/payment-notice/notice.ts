import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { ReversalKind } from '../payment/index.ts';

/** Whose notices are understood. `pix` is the Banco Central's own contract, as every bank's Pix API has it. */
export const NOTICE_PROVIDERS = ['asaas', 'cora', 'efi', 'inter', 'iugu', 'mercadopago', 'pagarme', 'pix', 'woovi'] as const;
export type NoticeProvider = (typeof NOTICE_PROVIDERS)[number];

/**
 * What a notice says of a charge. Paid and settled are two moments of one payment: contact stops at the first, the money is there at the second.
 * `needs-lookup` says that something happened and not what: the provider has to be asked.
 */
export const NOTICE_KINDS = ['paid', 'settled', 'reversed', 'refunded-in-part', 'charged-back', 'cancelled', 'expired', 'needs-lookup', 'other'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The question that a notice leaves open, to be asked with the creditor's own access. */
export interface NoticeLookup {
  readonly method: 'GET';
  readonly url: string;
}

/** What the ledger does about it. The same reference is the same payment, whatever the notice. */
export type NoticeBooking =
  | { readonly act: 'pay'; readonly reference: string; readonly amount: Cents }
  | {
      readonly act: 'reverse';
      readonly reference: string;
      readonly paymentReference: string;
      readonly reversalKind: ReversalKind;
      /** Absent: all that is left of the payment. */
      readonly amount?: Cents;
    };

export interface NoticeEvent {
  /** The same event told again has the same. */
  readonly id: string;
  readonly kind: NoticeKind;
  /** The provider's own word for it. */
  readonly status: string;
  /** The creditor's number of the charge: the título. */
  readonly yourReference?: string;
  readonly theirId?: string;
  readonly endToEndId?: string;
  readonly txid?: string;
  /** What the payer gave, before the provider's fee; of a reversal, what went back. */
  readonly amount?: Cents;
  readonly net?: Cents;
  readonly fee?: Cents;
  /** When the payer paid; of a reversal, when the money went back. */
  readonly paidOn?: CivilDate;
  readonly settledOn?: CivilDate;
  readonly lookup?: NoticeLookup;
  /** Absent: nothing is booked by it. */
  readonly booking?: NoticeBooking;
}

export interface NoticeProblem {
  /** The event it is about; absent: the notice itself. */
  readonly eventId?: string;
  /** Portuguese: what a person has to look at. */
  readonly message: string;
}

export interface Notice {
  readonly provider: NoticeProvider;
  readonly events: readonly NoticeEvent[];
  readonly problems: readonly NoticeProblem[];
}

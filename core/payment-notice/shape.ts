import type { ReversalKind } from '../payment/index.ts';
import type { NoticeKind } from './notice.ts';

/**
 * Where a value stands: `payment.externalReference` within what the event is about, `/data.code` from the top of the body, `@webhook-event-id` in a header.
 * Of several, the first that says something counts.
 */
export type Paths = readonly string[];

/** What one of a provider's words means. */
export interface Meaning {
  readonly kind: NoticeKind;
  /** Why nothing is booked by it and a person looks, in Portuguese. */
  readonly see?: string;
  /** Why the money goes back; a refund when it isn't said. */
  readonly as?: ReversalKind;
  /** Where the amount stands when it isn't told apart: by this word it is the charge's own. */
  readonly orElse?: Paths;
}

/** The provider's word → what it means. A word that is not there is for a person. */
export type Meanings = Readonly<Record<string, Meaning>>;

/** What went back, told one by one beside the payment. */
export interface RefundShape {
  /** A list, or a single one. */
  readonly at: string;
  readonly id: Paths;
  readonly amount: Paths;
  readonly on: Paths;
  readonly status: string;
  /** Words that say that the money went back. */
  readonly done: readonly string[];
  /** Words that say that it did not, or not yet. */
  readonly open: readonly string[];
  /** Words that say that the bank took it back for fraud or failure. */
  readonly med?: { readonly at: string; readonly words: readonly string[] };
}

/** One form in which a provider tells something. */
export interface NoticeShape {
  /** Who sends it: the provider by itself, or the provider when it is asked. What is asked for has to be believed, what comes by itself has to be proven. */
  readonly from: 'notice' | 'lookup';
  /** Where something has to stand for a body to be of this form. */
  readonly has: Paths;
  /** Where the events stand, when there may be several; `/` is the body itself. */
  readonly each?: string;
  /** Of a list that tells a history, only the last entry of each of these counts. */
  readonly lastOf?: string;
  readonly status: Paths;
  /** Stands behind the status, `approved/partially_refunded`, where that makes a difference. */
  readonly detail?: string;
  /** What every entry of this form means, where there is no status. */
  readonly always?: Meaning;
  readonly meanings: Meanings;
  /** The provider's number of the event. */
  readonly event?: Paths;
  /** The provider's number of the charge, by which its payment is known. */
  readonly theirId: Paths;
  /** Its payment is known by the Pix' own number, which is the same at every provider and in every notice. */
  readonly byEndToEnd?: true;
  /** Money that comes in by another way for the same charge, and is another payment: where it is told, and by which words. */
  readonly branch?: { readonly at: Paths; readonly words: Readonly<Record<string, string>> };
  readonly yourReference?: Paths;
  readonly endToEndId?: Paths;
  readonly txid?: Paths;
  readonly unit?: 'reais' | 'cents';
  readonly amount?: Paths;
  readonly net?: Paths;
  readonly fee?: Paths;
  readonly paidOn?: Paths;
  readonly settledOn?: Paths;
  /** What makes of paid settled. */
  readonly settledWhen?: { readonly at: string; readonly is: string };
  readonly refunds?: RefundShape;
  /** What says that it is only a test. */
  readonly testWhen?: { readonly at: string; readonly is: boolean };
  /** The address that answers what the notice leaves open, `{id}` being the charge's number there. */
  readonly lookup?: string;
  /** The number is the end of an address. */
  readonly idAtEnd?: true;
}

export interface NoticeTable {
  /** As its users call it. */
  readonly name: string;
  /** "do Asaas". */
  readonly of: string;
  /** The first that fits counts. */
  readonly shapes: readonly NoticeShape[];
}

export const note = (...words: readonly string[]): Meanings => Object.fromEntries(words.map((word) => [word, { kind: 'other' }]));

export const CANCELLED_THERE: Meaning = {
  kind: 'cancelled',
  see: 'A cobrança foi cancelada no provedor. A dívida continua aberta aqui: se ela não existe mais, dê baixa; se existe, emita outra cobrança.',
};

export const CONTESTED: Meaning = {
  kind: 'charged-back',
  see: 'O pagador contestou o pagamento no cartão e ainda não se sabe quem fica com o dinheiro. Nada foi estornado aqui: acompanhe no provedor e estorne se a contestação for perdida.',
};

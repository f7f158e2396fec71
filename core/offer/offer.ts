import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';

export interface OfferInstallment {
  /** 1 for the first. */
  readonly number: number;
  readonly dueDate: CivilDate;
  readonly amount: Cents;
}

/** What is taken off each part of the debt, cents. */
export interface OfferDiscounts {
  readonly principal: Cents;
  readonly fine: Cents;
  readonly interest: Cents;
  readonly correction: Cents;
  readonly total: Cents;
}

/**
 * One way to settle. `total` = `original` − `discounts.total` + `financing` = entry + all instalments, to the cent. Cash is one instalment
 * without entry.
 */
export interface Offer {
  /** The same question gives the same id: `{policy}-{cycle}-{date}-avista` or `…-12x`. */
  readonly id: string;
  readonly policyId: string;
  readonly kind: 'cash' | 'installments';
  /** Owed today with charges. */
  readonly original: Cents;
  readonly total: Cents;
  readonly discounts: OfferDiscounts;
  /** Interest of the instalments (Price table); 0 when there is none. */
  readonly financing: Cents;
  /** Payable by `validUntil`; null when there is none. */
  readonly entry: Cents | null;
  /** Without the entry. */
  readonly installments: readonly OfferInstallment[];
  /** What the debtor spares against `original`; never negative. */
  readonly savings: Cents;
  readonly validUntil: CivilDate;
  /** Portuguese sentence for the debtor. */
  readonly description: string;
}

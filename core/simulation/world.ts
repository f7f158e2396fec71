import type { Agreement, BureauEntry, Contact, Filing, PromiseToPay } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Fault, HandOver } from '../run/index.ts';
import type { Life } from './life.ts';

/** What a provider makes of a message. */
export type Delivery =
  { readonly kind: 'accepted'; readonly status: 'sent' | 'delivered' } | { readonly kind: 'refused'; readonly fault: Fault } | { readonly kind: 'doubt' };

/**
 * Everything that is not the cadence's to decide: providers, bureaus, courts and the debtor. A simulation's is made of assumptions, a story's or a proof's
 * of a script. Each answer may plan events on the life it is asked about.
 */
export interface World {
  /** What would happen without any cadence. */
  begins(life: Life, from: CivilDate): void;
  delivers(life: Life, effect: HandOver): Delivery;
  /** A message left; what the debtor will do about it. True: it is answered at once. */
  hears(life: Life, contact: Contact, offerPolicyId: string | undefined): boolean;
  promised(life: Life, promise: PromiseToPay): void;
  agreed(life: Life, agreement: Agreement): void;
  /** True: the instalment that is due today is paid. */
  paysInstallment(life: Life, agreement: Agreement, number: number): boolean;
  entryAsked(life: Life, entry: BureauEntry): void;
  entryChanged(life: Life, entry: BureauEntry): void;
  filed(life: Life, filing: Filing): void;
  /** Of several offers, the number of instalments that is wanted; 1 = cash. */
  chooses(life: Life, counts: readonly number[]): number;
  /** In how many days a debtor promises to pay, of those that may be promised. */
  promisesWithin(life: Life, maxDays: number): number;
}

/** A world in which nobody does anything by themselves and everything arrives; what else happens is planned by whoever uses it. */
export const QUIET_WORLD: World = {
  begins: () => undefined,
  delivers: () => ({ kind: 'accepted', status: 'sent' }),
  hears: () => false,
  promised: () => undefined,
  agreed: () => undefined,
  paysInstallment: () => false,
  entryAsked: () => undefined,
  entryChanged: () => undefined,
  filed: () => undefined,
  chooses: (_, counts) => counts[0] ?? 1,
  promisesWithin: (_, maxDays) => maxDays,
};

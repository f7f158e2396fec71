import type { Policies } from '../cadence/policies.ts';
import type { Agreement, Case, Contact, OfferedTerms } from '../case/index.ts';
import { agreementFrom, balanceOf } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { agreementCovering } from '../prescription/index.ts';

/** A message whose offers may still be paid. */
export interface StandingOffer {
  /** The day it was made. */
  readonly on: CivilDate;
  readonly terms: OfferedTerms;
}

/** What is known of the messages that may have asked for or offered something. */
export type ToldBy = readonly Pick<Contact, 'status' | 'localDate' | 'asked' | 'offered'>[];

/**
 * The offers that may be taken up by paying on a day, those told last first. Who makes an offer is bound by it until its date (CDC 30), also when a later one
 * says something else.
 */
export function standingOffers(contacts: ToldBy, paidOn: CivilDate): StandingOffer[] {
  return contacts
    .flatMap(({ status, localDate, offered }) =>
      offered === undefined || status === 'failed' || localDate > paidOn
        ? []
        : offered.filter(({ validUntil }) => paidOn <= validUntil).map((terms): StandingOffer => ({ on: localDate, terms })),
    )
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
}

/**
 * The offer of one payment that a debt's money has taken up, in one part or in several, all since it was made.
 * @param received what came in for a debt since a day, this payment included
 */
export function takenUp(
  offers: readonly StandingOffer[],
  debtId: string,
  received: (debtId: string, since: CivilDate) => Cents,
  toleranceCents: Cents,
): StandingOffer | undefined {
  return offers.find(
    ({ on, terms: { kind, debtIds, total } }) =>
      kind === 'cash' && debtIds.includes(debtId) && debtIds.reduce((sum, id) => sum + received(id, on), 0) >= total - toleranceCents,
  );
}

/**
 * The agreement that a payment starts by being the entry, or else the first instalment, of a plan that was told and still stands. Of plans that begin alike
 * the longest is meant: whoever can pay sooner still may. Nothing is started when the amount is an asked or offered one that settles debts by itself.
 */
export function startedPlan(
  subject: Pick<Case, 'id' | 'contacts' | 'debts' | 'agreements'>,
  payment: { readonly amount: Cents; readonly paidOn: CivilDate; readonly debtId?: string | undefined },
  { payment: { toleranceCents } }: Pick<Policies, 'payment'>,
): Agreement | undefined {
  const { amount, paidOn, debtId } = payment;
  const matches = (wanted: Cents): boolean => amount <= wanted && amount >= wanted - toleranceCents;
  const free = (id: string): boolean =>
    subject.debts.some((debt) => debt.id === id && debt.status === 'open' && debt.contestedOn === undefined) && agreementCovering(subject, id) === undefined;
  const offers = standingOffers(subject.contacts, paidOn).filter(
    ({ terms: { debtIds } }) => debtIds.length > 0 && debtIds.every(free) && (debtId === undefined || debtIds.includes(debtId)),
  );
  // What pays the named title by itself pays it.
  const named = subject.debts.find((debt) => debt.id === debtId);
  if (named && amount >= balanceOf(named) - toleranceCents) return undefined;
  if (offers.some(({ terms }) => terms.kind === 'cash' && matches(terms.total))) return undefined;
  if (subject.contacts.some(({ asked, status }) => status !== 'failed' && asked?.some(({ total }) => total === amount))) return undefined;
  const begun = offers.filter(({ terms }) => terms.kind === 'installments' && matches(terms.entry ?? terms.installments[0]?.amount ?? 0));
  const plan = begun
    .filter(({ on }) => on === begun[0]!.on)
    .reduce<StandingOffer | undefined>(
      (longest, one) => (longest && longest.terms.installments.length >= one.terms.installments.length ? longest : one),
      undefined,
    );
  if (!plan) return undefined;
  const id = `${subject.id}:${plan.terms.id}`;
  const before = subject.agreements.filter((agreement) => agreement.id === id || agreement.id.startsWith(`${id}:`)).length;
  return agreementFrom(plan.terms, { id: before === 0 ? id : `${id}:${before + 1}`, on: paidOn, debtIds: plan.terms.debtIds });
}

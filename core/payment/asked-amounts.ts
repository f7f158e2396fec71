import type { Policies } from '../cadence/policies.ts';
import type { Place } from '../calendar/index.ts';
import { addBusinessDays, debtorPlace, nextBusinessDay } from '../calendar/index.ts';
import type { AskedAmount, Contact, Debt, Debtor, MessagePurpose } from '../case/index.ts';
import type { DebtCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { isCollecting } from '../case/index.ts';

/**
 * What a message asks for, to be kept with it. Only debts that are overdue: before that nothing accrues, and a reminder of the due date
 * must not forgive the fine of the day after.
 * @param charges of the same debts, in the same order
 */
export function askedAmounts(purpose: MessagePurpose, debts: readonly Debt[], charges: readonly DebtCharges[], on: CivilDate, place: Place): AskedAmount[] {
  if (!isCollecting(purpose)) return [];
  return debts.flatMap((debt, index) => {
    const total = charges[index]?.total ?? 0;
    return total > 0 && on > nextBusinessDay(debt.dueDate, place) ? [{ debtId: debt.id, total }] : [];
  });
}

/** A message whose amounts still stand, as far as it speaks of given debts. */
export interface StandingAsk {
  readonly on: CivilDate;
  readonly amounts: readonly AskedAmount[];
}

/**
 * The messages whose amounts may still be paid on a day, newest first: what was written yesterday is kept today, though the charges grew
 * overnight (who makes an offer is bound by it, CDC 30). Attempts that failed asked for nothing.
 */
export function standingAsks(
  subject: { readonly contacts: readonly Pick<Contact, 'status' | 'localDate' | 'asked'>[]; readonly debtor: Pick<Debtor, 'uf' | 'city'> },
  policies: Pick<Policies, 'payment' | 'cityHolidays'>,
  paidOn: CivilDate,
): StandingAsk[] {
  const place = debtorPlace(subject.debtor, policies);
  return subject.contacts
    .flatMap((contact): StandingAsk[] => (contact.asked && stands(contact, policies, place, paidOn) ? [{ on: contact.localDate, amounts: contact.asked }] : []))
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
}

function stands(
  { status, localDate }: Pick<Contact, 'status' | 'localDate'>,
  { payment }: Pick<Policies, 'payment'>,
  place: Place,
  paidOn: CivilDate,
): boolean {
  return status !== 'failed' && localDate <= paidOn && paidOn <= addBusinessDays(localDate, payment.messageStandsBusinessDays, place);
}

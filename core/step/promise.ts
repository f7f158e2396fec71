import type { Policies } from '../cadence/policies.ts';
import { addBusinessDays, debtorPlace } from '../calendar/index.ts';
import type { Case, PromiseToPay } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';

type PromisePolicies = Pick<Policies, 'promise' | 'cityHolidays'>;

/** Where a promise stands on a day. `pausedUntil` is the last day on which the cadence leaves the debtor in peace. */
export interface PromiseState {
  readonly status: PromiseToPay['status'];
  readonly pausedUntil: CivilDate;
}

/**
 * A promise is kept when what was paid since it was made reaches its amount, and broken when its date and the business days
 * that a payment takes to clear have passed. What the record says already (kept, broken) stays.
 */
export function promiseState(promise: PromiseToPay, subject: Pick<Case, 'debts' | 'debtor'>, policies: PromisePolicies, on: CivilDate): PromiseState {
  const pausedUntil = addBusinessDays(promise.dueOn, policies.promise.graceBusinessDays, debtorPlace(subject.debtor, policies));
  if (promise.status !== 'open') return { status: promise.status, pausedUntil };
  let paid = 0;
  for (const debt of subject.debts) for (const payment of debt.payments) if (payment.date >= promise.madeOn && payment.date <= on) paid += payment.amount;
  if (paid >= promise.amount && promise.amount > 0) return { status: 'kept', pausedUntil };
  return { status: on > pausedUntil ? 'broken' : 'open', pausedUntil };
}

/** The open promise that keeps the cadence silent longest, if any. */
export function pausingPromise(
  subject: Pick<Case, 'debts' | 'debtor' | 'promises'>,
  policies: PromisePolicies,
  on: CivilDate,
): { readonly promise: PromiseToPay; readonly pausedUntil: CivilDate } | undefined {
  let longest: { promise: PromiseToPay; pausedUntil: CivilDate } | undefined;
  for (const promise of subject.promises) {
    if (promise.status !== 'open') continue;
    const { status, pausedUntil } = promiseState(promise, subject, policies, on);
    if (status === 'open' && (!longest || pausedUntil > longest.pausedUntil)) longest = { promise, pausedUntil };
  }
  return longest;
}

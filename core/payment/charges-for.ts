import type { Policies } from '../cadence/policies.ts';
import { debtorPlace, nextBusinessDay } from '../calendar/index.ts';
import type { Debt, Debtor } from '../case/index.ts';
import type { ChargeOptions, DebtsCharges } from '../charges/index.ts';
import { chargeDebts } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';

type ChargePolicies = Pick<Policies, 'contract' | 'cityHolidays'>;

/**
 * What debts of one debtor cost on a day, under a cadence's policies: the same count for the message that asks and for the payment that
 * answers it, with due dates on weekends and holidays payable on the next business day there (Código Civil 132 §1).
 */
export function chargesFor(debts: readonly Debt[], debtor: Pick<Debtor, 'uf' | 'city'>, policies: ChargePolicies, on: CivilDate): DebtsCharges {
  return chargeDebts(debts, policies.contract, on, undefined, payableThere(debtor, policies));
}

/** For counting one debt where its debtor lives. */
export function payableThere(debtor: Pick<Debtor, 'uf' | 'city'>, policies: Pick<Policies, 'cityHolidays'>): ChargeOptions {
  const place = debtorPlace(debtor, policies);
  return { nextBusinessDay: (date) => nextBusinessDay(date, place) };
}

import type { Policies } from '../cadence/policies.ts';
import type { Place } from '../calendar/index.ts';
import { debtorPlace, nextBusinessDay } from '../calendar/index.ts';
import type { Debt, Debtor, Payment } from '../case/index.ts';
import type { ContractTerms } from '../charges/index.ts';
import { chargeDebt } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { latest } from '../civil-date.ts';
import type { Cents } from '../money.ts';

/** What money is counted by: the contract, and the holidays where the debt is payable. */
export interface SettlementRules {
  readonly terms: ContractTerms;
  readonly place: Place;
}

export function settlementRules(policies: Pick<Policies, 'contract' | 'cityHolidays'>, debtor: Pick<Debtor, 'uf' | 'city'>): SettlementRules {
  return { terms: policies.contract, place: debtorPlace(debtor, policies) };
}

export interface Settlement {
  /** Nothing is owed any more. */
  readonly settled: boolean;
  /** Still owed on `on`. */
  readonly owed: Cents;
  /** Paid beyond what was owed. */
  readonly credit: Cents;
  /** The day of the last payment; absent when there is none. */
  readonly on?: CivilDate;
}

/**
 * What a debt is worth on the day of its last payment, by the contract's terms. A due date on a weekend or holiday counts as the next business
 * day (Código Civil 132 §1), so that who paid on Monday what fell due on Sunday owes no fine.
 */
export function settlementOf(debt: Debt, payments: readonly Payment[], { terms, place }: SettlementRules): Settlement {
  if (payments.length === 0) {
    const owed = Math.max(0, debt.principal - debt.abatement);
    return { settled: owed === 0, owed, credit: 0 };
  }
  const on = [...payments, ...(debt.waivers ?? [])].reduce<CivilDate>((last, { date }) => latest(last, date), payments[0]!.date);
  const { total, credit } = chargeDebt({ ...debt, payments }, terms, on, undefined, { nextBusinessDay: (date) => nextBusinessDay(date, place) });
  return { settled: total === 0, owed: total, credit, on };
}

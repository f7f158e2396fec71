import type { Debt, Payment } from '../../core/case/index.ts';
import type { ContractTerms } from '../../core/charges/index.ts';
import { chargeDebt } from '../../core/charges/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { latest } from '../../core/civil-date.ts';
import type { Cents } from '../../core/money.ts';
import { nextBusinessDay } from '../../core/calendar/business-days.ts';

export interface Settlement {
  /** Nothing is owed any more. */
  readonly settled: boolean;
  /** Paid beyond what was owed. */
  readonly credit: Cents;
}

/**
 * What a debt is worth after its payments, by the contract's terms. A due date on a weekend or bank holiday counts as the next business
 * day (Código Civil 132 §1), so that who paid on Monday what fell due on Sunday owes no fine.
 */
export function settlementOf(debt: Debt, payments: readonly Payment[], terms: ContractTerms): Settlement {
  if (payments.length === 0) return { settled: debt.principal <= debt.abatement, credit: 0 };
  const on = payments.reduce<CivilDate>((last, payment) => latest(last, payment.date), payments[0]!.date);
  const charges = chargeDebt({ principal: debt.principal, dueDate: debt.dueDate, payments, abatement: debt.abatement }, terms, on, undefined, {
    nextBusinessDay,
  });
  return { settled: charges.total === 0, credit: charges.credit };
}

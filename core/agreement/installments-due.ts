import type { Agreement, AgreementInstallment } from '../case/index.ts';
import type { Place } from '../calendar/index.ts';
import { nextBusinessDay } from '../calendar/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { earliest } from '../civil-date.ts';
import type { Cents } from '../money.ts';

/** True when the instalment was paid, in one payment or in full by what was recorded; a rest that was let go is not asked for. */
export function isInstallmentPaid(installment: AgreementInstallment): boolean {
  return installment.paidOn !== undefined && (installment.paidAmount ?? installment.amount) + (installment.waived ?? 0) >= installment.amount;
}

/**
 * What came in on an instalment up to a day, if anything. A part that was paid keeps no date of its own: the due date stands in for it,
 * or today when that is earlier.
 */
export function installmentPayment(installment: AgreementInstallment, on: CivilDate): { readonly date: CivilDate; readonly amount: Cents } | undefined {
  const amount = installment.paidAmount ?? (installment.paidOn === undefined ? 0 : installment.amount);
  return amount > 0 ? { date: installment.paidOn ?? earliest(installment.dueDate, on), amount } : undefined;
}

/** Unpaid instalments, oldest due date first. */
export function unpaidInstallments(agreement: Agreement): AgreementInstallment[] {
  return agreement.installments
    .filter((installment) => !isInstallmentPaid(installment))
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.number - b.number));
}

/** A due date on a weekend or holiday is payable on the next business day without being late (Código Civil 132 §1). */
export function lastTimelyDay(installment: AgreementInstallment, place: Place): CivilDate {
  return nextBusinessDay(installment.dueDate, place);
}

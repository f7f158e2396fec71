import type { Agreement, AgreementInstallment } from '../case/index.ts';
import type { Place } from '../calendar/index.ts';
import { nextBusinessDay } from '../calendar/index.ts';
import type { CivilDate } from '../civil-date.ts';

/** True when the instalment was paid, in one payment or in full by what was recorded. */
export function isInstallmentPaid(installment: AgreementInstallment): boolean {
  return installment.paidOn !== undefined && (installment.paidAmount ?? installment.amount) >= installment.amount;
}

/** Unpaid instalments, oldest due date first. */
export function unpaidInstallments(agreement: Agreement): AgreementInstallment[] {
  return agreement.installments.filter((installment) => !isInstallmentPaid(installment)).sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.number - b.number));
}

/** A due date on a weekend or holiday is payable on the next business day without being late (Código Civil 132 §1). */
export function lastTimelyDay(installment: AgreementInstallment, place: Place): CivilDate {
  return nextBusinessDay(installment.dueDate, place);
}

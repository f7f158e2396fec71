import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import type { DebtCharges, Payment } from './charge-debt.ts';
import type { ChargeFinding } from './findings.ts';

/**
 * Warns that a debt due on a weekend or holiday was charged as late although it was, or may still be, paid on the next business day (Código
 * Civil 132 §1). Nothing is warned of when the count was asked to move the due date.
 * @param nextBusinessDay the first business day on or after a date, where the debt is payable
 */
export function dueDateFinding(
  dueDate: CivilDate,
  payments: readonly Pick<Payment, 'date'>[],
  { asOf, fine, interest }: Pick<DebtCharges, 'asOf' | 'fine' | 'interest'>,
  nextBusinessDay: (date: CivilDate) => CivilDate,
): ChargeFinding | undefined {
  const payable = nextBusinessDay(dueDate);
  if (fine + interest === 0) return undefined;
  if (![asOf, ...payments.map(({ date }) => date)].some((date) => date > dueDate && date <= payable)) return undefined;
  return {
    code: 'charges.due-not-business-day',
    severity: 'warning',
    message: `O vencimento de ${formatCivilDate(dueDate)} não é dia útil: quem paga até ${formatCivilDate(payable)} não deve multa nem juros (Código Civil, art. 132, §1º).`,
    field: 'dueDate',
  };
}

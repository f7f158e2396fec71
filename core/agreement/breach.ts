import type { Policies } from '../cadence/policies.ts';
import type { Agreement, AgreementInstallment } from '../case/index.ts';
import type { Place } from '../calendar/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween, formatCivilDate } from '../civil-date.ts';
import { formatMoney } from '../money.ts';
import { lastTimelyDay, unpaidInstallments } from './installments-due.ts';

export interface BreachDecision {
  /** True when the agreement may be broken: the creditor may still choose to wait. */
  readonly breached: boolean;
  /** The oldest unpaid instalment; absent when everything is paid. */
  readonly installment?: AgreementInstallment;
  readonly daysLate: number;
  /** First day on which the agreement counts as broken if nothing more is paid; absent when everything is paid or it is not in force. */
  readonly breachOn?: CivilDate;
  readonly reasons: readonly string[];
}

/** Has an agreement in force been broken? Days late count from the last day on which the instalment could be paid in time. */
export function breachOf(agreement: Agreement, on: CivilDate, policies: Pick<Policies, 'agreement'>, place: Place = {}): BreachDecision {
  if (agreement.status === 'broken') {
    return {
      breached: true,
      daysLate: 0,
      reasons: [`O acordo já foi dado como quebrado${agreement.brokenOn === undefined ? '' : ` em ${formatCivilDate(agreement.brokenOn)}`}.`],
    };
  }
  const installment = unpaidInstallments(agreement)[0];
  if (agreement.status === 'completed' || !installment) return { breached: false, daysLate: 0, reasons: ['Todas as parcelas do acordo estão pagas.'] };
  const timely = lastTimelyDay(installment, place);
  const daysLate = Math.max(0, daysBetween(timely, on));
  const breachOn = addDays(timely, policies.agreement.breakAfterDays + 1);
  const name = installment.number === 0 ? 'A entrada' : `A parcela ${installment.number}`;
  const what = `${name} de ${formatMoney(installment.amount)}, com vencimento em ${formatCivilDate(installment.dueDate)},`;
  if (daysLate === 0) return { breached: false, installment, daysLate, breachOn, reasons: [`${what} ainda não venceu ou vence hoje.`] };
  const late = `está atrasada há ${daysLate} ${daysLate === 1 ? 'dia' : 'dias'}`;
  return on >= breachOn
    ? { breached: true, installment, daysLate, breachOn, reasons: [`${what} ${late}, mais que os ${policies.agreement.breakAfterDays} dias de tolerância.`] }
    : { breached: false, installment, daysLate, breachOn, reasons: [`${what} ${late}; o acordo vale até ${formatCivilDate(addDays(breachOn, -1))}.`] };
}

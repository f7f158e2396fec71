import type { Agreement, Debt, Payment } from '../case/index.ts';
import type { ContractTerms, DebtsCharges } from '../charges/index.ts';
import { chargeDebt, chargeDebts } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { installmentPayment } from './installments-due.ts';

export interface Reinstatement {
  readonly agreement: Agreement;
  /** The agreement's debts with what was paid under it imputed to them; settled ones are `paid`. */
  readonly debts: readonly Debt[];
  /** What is owed now, discounts of the agreement gone. */
  readonly charges: DebtsCharges;
  readonly paidUnderAgreement: Cents;
}

/** The reference under which an instalment's payment stands on a debt: a second reinstatement imputes nothing twice. */
export const installmentReference = (agreement: Agreement, number: number): string => `acordo:${agreement.id}:${number}`;

/**
 * Breaks an agreement: the debts come back at what they are worth today, net of everything paid under it. Each instalment paid goes, on its
 * own date, to the oldest debt first (Código Civil 355) and within it to charges first (354); what no debt can take stays as credit
 * on the last one.
 * @param debts the case's debts; those outside the agreement are left out
 */
export function reinstate(agreement: Agreement, debts: readonly Debt[], terms: ContractTerms, on: CivilDate): Reinstatement {
  const covered = debts
    .filter((debt) => debt.status !== 'cancelled' && (agreement.debtIds.length === 0 || agreement.debtIds.includes(debt.id)))
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id < b.id ? -1 : 1));
  const payments = new Map<string, Payment[]>(covered.map((debt) => [debt.id, [...debt.payments]]));
  const known = new Set(covered.flatMap((debt) => debt.payments.map((payment) => payment.reference)));
  let paidUnderAgreement = 0;
  const received = agreement.installments
    .flatMap((installment) => {
      const payment = installmentPayment(installment, on);
      return payment ? [{ ...payment, reference: installmentReference(agreement, installment.number) }] : [];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const payment of received) {
    paidUnderAgreement += payment.amount;
    if (!known.has(payment.reference)) impute(payment, covered, payments, terms);
  }
  const reinstated = covered.map((debt): Debt => {
    const all = payments.get(debt.id)!;
    const owed = chargeDebt({ ...debt, payments: all }, terms, on).total;
    return { ...debt, payments: all, status: owed === 0 ? 'paid' : 'open' };
  });
  return {
    agreement: { ...agreement, status: 'broken', brokenOn: agreement.brokenOn ?? on },
    debts: reinstated,
    charges: chargeDebts(reinstated, terms, on),
    paidUnderAgreement,
  };
}

function impute(payment: Payment, debts: readonly Debt[], payments: ReadonlyMap<string, Payment[]>, terms: ContractTerms): void {
  let left = payment.amount;
  for (const [index, debt] of debts.entries()) {
    if (left === 0) return;
    const received = payments.get(debt.id)!;
    const owed = chargeDebt({ ...debt, payments: received }, terms, payment.date).total;
    const part = index === debts.length - 1 ? left : Math.min(left, owed);
    if (part > 0) received.push({ ...payment, amount: part });
    left -= part;
  }
}

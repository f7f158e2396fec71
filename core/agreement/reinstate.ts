import type { Place } from '../calendar/index.ts';
import { nextBusinessDay } from '../calendar/index.ts';
import type { Agreement, Debt, Payment } from '../case/index.ts';
import type { ContractTerms, DebtsCharges } from '../charges/index.ts';
import { chargeDebts } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { settlementOf } from '../payment/settlement.ts';
import { installmentPayment } from './installments-due.ts';

/** A part of what was paid under an agreement, on the debt it now stands on. */
export interface MovedPart {
  /** Index into what was received. */
  readonly received: number;
  readonly debtId: string;
  readonly amount: Cents;
}

export interface Reinstatement {
  readonly agreement: Agreement;
  /** The agreement's debts with what was paid under it imputed to them; settled ones are `paid`. */
  readonly debts: readonly Debt[];
  /** What is owed now, discounts of the agreement gone. */
  readonly charges: DebtsCharges;
  readonly paidUnderAgreement: Cents;
  readonly moved: readonly MovedPart[];
  /** Paid under the agreement beyond what its debts were worth. */
  readonly excess: Cents;
}

/** The reference of an instalment's payment where only the instalment knows of it. */
export const installmentReference = (agreement: Pick<Agreement, 'id'>, number: number): string => `acordo:${agreement.id}:${number}`;

export interface ReinstateOptions {
  /** Where the debts are payable. */
  readonly place?: Place;
  /** What came in under the agreement, when its payments are known; without it, what its instalments say. */
  readonly received?: readonly Payment[];
}

/**
 * Breaks an agreement: the debts come back at what they are worth today, net of everything paid under it. Each payment goes, on its own
 * date, to the oldest debt first (Código Civil 355) and within it to charges first (354). An agreement that was broken before gave its
 * payments to the debts then: nothing is moved twice.
 * @param debts the case's debts; those outside the agreement are left out
 */
export function reinstate(agreement: Agreement, debts: readonly Debt[], terms: ContractTerms, on: CivilDate, options: ReinstateOptions = {}): Reinstatement {
  const { place = {} } = options;
  const received = (options.received ?? receivedUnder(agreement, on)).map((payment, index) => ({ payment, index }));
  const covered = debts
    .filter((debt) => debt.status !== 'cancelled' && (agreement.debtIds.length === 0 || agreement.debtIds.includes(debt.id)))
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id < b.id ? -1 : 1));
  const payments = new Map<string, Payment[]>(covered.map((debt) => [debt.id, [...debt.payments]]));
  const moved: MovedPart[] = [];
  let excess = 0;
  if (agreement.status !== 'broken') {
    for (const { payment, index } of received.sort((a, b) => (a.payment.date < b.payment.date ? -1 : a.payment.date > b.payment.date ? 1 : 0))) {
      let left = payment.amount;
      for (const debt of covered) {
        if (left === 0) break;
        // Paid by another way meanwhile.
        if (debt.status === 'paid') continue;
        const known = payments.get(debt.id)!;
        const { credit } = settlementOf(debt, [...known, { ...payment, amount: left }], { terms, place });
        const part = left - Math.min(credit, left);
        if (part === 0) continue;
        known.push({ ...payment, amount: part });
        moved.push({ received: index, debtId: debt.id, amount: part });
        left -= part;
      }
      excess += left;
    }
  }
  const reinstated = covered.map((debt): Debt => {
    const all = payments.get(debt.id)!;
    return { ...debt, payments: all, status: debt.status === 'paid' || settlementOf(debt, all, { terms, place }).settled ? 'paid' : 'open' };
  });
  return {
    agreement: { ...agreement, status: 'broken', brokenOn: agreement.brokenOn ?? on },
    debts: reinstated,
    charges: chargeDebts(
      reinstated.filter(({ status }) => status === 'open'),
      terms,
      on,
      undefined,
      { nextBusinessDay: (date) => nextBusinessDay(date, place) },
    ),
    paidUnderAgreement: received.reduce((sum, { payment }) => sum + payment.amount, 0),
    moved,
    excess,
  };
}

function receivedUnder(agreement: Agreement, on: CivilDate): Payment[] {
  return agreement.installments.flatMap((installment) => {
    const payment = installmentPayment(installment, on);
    return payment ? [{ ...payment, reference: installmentReference(agreement, installment.number) }] : [];
  });
}

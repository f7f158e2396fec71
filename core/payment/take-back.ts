import type { AgreementInstallment, Case, Debt } from '../case/index.ts';
import type { Cents } from '../money.ts';
import { agreementCovering } from '../prescription/index.ts';
import type { Share } from './impute.ts';
import type { SettlementRules } from './settlement.ts';
import { settlementOf } from './settlement.ts';

/** Why money that came in goes out again. */
export const REVERSAL_KINDS = ['refund', 'chargeback', 'med', 'bounced', 'mistake'] as const;
export type ReversalKind = (typeof REVERSAL_KINDS)[number];

export const REVERSAL_LABELS: Record<ReversalKind, string> = {
  refund: 'estorno pedido ou feito pelo credor',
  chargeback: 'chargeback do cartão',
  med: 'devolução do Pix (MED)',
  bounced: 'pagamento não compensado',
  mistake: 'lançado por engano',
};

export interface TakenBack {
  readonly excess: Cents;
  /** What stays of each share, in the same order; 0 when all of it went. */
  readonly kept: readonly Cents[];
  /** What was taken out of each share that lost something. */
  readonly taken: readonly Share[];
}

/**
 * Takes an amount out of a payment: what nothing needed goes first, then what was covered last, so that a return in part disturbs as
 * little as it can.
 * @param amount at most excess + shares
 */
export function takeBack(payment: { readonly excess: Cents; readonly shares: readonly Share[] }, amount: Cents): TakenBack {
  const fromExcess = Math.min(amount, payment.excess);
  let left = amount - fromExcess;
  const kept = payment.shares.map((share) => share.amount);
  const taken: Share[] = [];
  for (let index = payment.shares.length - 1; index >= 0 && left > 0; index -= 1) {
    const part = Math.min(left, kept[index]!);
    if (part === 0) continue;
    kept[index]! -= part;
    taken.push({ ...payment.shares[index]!, amount: part });
    left -= part;
  }
  return { excess: payment.excess - fromExcess, kept, taken };
}

/** An instalment after `amount` of what was paid on it went back: a rest let go beside it is owed again too. */
export function unpaidBy(installment: AgreementInstallment, amount: Cents): AgreementInstallment {
  const { paidOn, waived: _, paidAmount, ...rest } = installment;
  const before = paidAmount ?? (paidOn === undefined ? 0 : installment.amount);
  const after = Math.max(0, before - amount);
  if (after === 0) return rest;
  return { ...rest, paidAmount: after, ...(after >= installment.amount && paidOn !== undefined ? { paidOn } : {}) };
}

/**
 * Of the debts that a reversal touches, those that are owed again, in a case that no longer holds the money: not covered by their own
 * payments, nor by an agreement that was kept.
 */
export function reopened(subject: Case, touched: ReadonlySet<string>, rules: SettlementRules): Debt[] {
  const kept = subject.agreements.filter(({ status }) => status === 'completed').map((agreement) => ({ ...agreement, status: 'active' as const }));
  return subject.debts.filter(
    (debt) =>
      touched.has(debt.id) &&
      debt.status === 'paid' &&
      agreementCovering({ agreements: kept }, debt.id) === undefined &&
      !settlementOf(debt, debt.payments, rules).settled,
  );
}

import type { Agreement, AgreementInstallment, Case, Debt } from '../../core/case/index.ts';
import { agreementInForce, openDebts } from '../../core/case/index.ts';
import type { ContractTerms } from '../../core/charges/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Cents } from '../../core/money.ts';
import { settlementOf } from './settlement.ts';

export interface Share {
  readonly debtId?: string;
  readonly agreementId?: string;
  readonly installment?: number;
  readonly amount: Cents;
}

/** Where a payment goes, and what it ends. */
export interface Imputation {
  readonly shares: readonly Share[];
  readonly paidDebtIds: readonly string[];
  readonly installments: readonly (AgreementInstallment & { readonly agreementId: string })[];
  readonly completedAgreementId?: string;
  readonly excess: Cents;
}

/**
 * Spreads one payment over a case. A debt named by the payer comes first, unless an agreement in force covers it; then the agreement's instalments in
 * their order; then the other open debts, oldest first. Contested debts get money only when they are named or nothing else is owed: nobody pays what
 * they contest by accident. A debt is settled when its charges to the day of payment are covered (`settlementOf`); what it doesn't need moves on, and
 * what nothing needs is excess.
 */
export function impute(
  subject: Case,
  payment: { readonly amount: Cents; readonly paidOn: CivilDate; readonly debtId?: string | undefined },
  terms: ContractTerms,
): Imputation {
  const agreement = agreementInForce(subject);
  const covered = new Set(agreement?.debtIds);
  const named = subject.debts.find((debt) => debt.id === payment.debtId && debt.status === 'open' && !covered.has(debt.id));
  const others = openDebts(subject).filter((debt) => debt !== named && !covered.has(debt.id));

  const shares: Share[] = [];
  const paidDebtIds: string[] = [];
  let left = payment.amount;
  const payDebt = (debt: Debt): void => {
    if (left === 0) return;
    const { settled, credit } = settlementOf(debt, [...debt.payments, { date: payment.paidOn, amount: left }], terms);
    // Credit that earlier payments already held is not this payment's to pass on.
    const share = left - Math.min(credit, left);
    if (settled) paidDebtIds.push(debt.id);
    if (share > 0) shares.push({ debtId: debt.id, amount: share });
    left -= share;
  };

  if (named) payDebt(named);
  const settledInstallments = agreement ? payInstallments(agreement, left, payment.paidOn) : { paid: [], left };
  left = settledInstallments.left;
  for (const installment of settledInstallments.paid) shares.push({ agreementId: agreement!.id, installment: installment.number, amount: installment.share });
  const completed = agreement !== undefined && settledInstallments.paid.length > 0 && isComplete(agreement, settledInstallments.paid);
  if (completed) paidDebtIds.push(...subject.debts.filter((debt) => covered.has(debt.id) && debt.status === 'open').map((debt) => debt.id));
  for (const debt of others) if (debt.contestedOn === undefined) payDebt(debt);
  if (shares.length === 0) for (const debt of others) payDebt(debt);

  return {
    shares,
    paidDebtIds,
    installments: settledInstallments.paid.map(({ share: _, ...installment }) => ({ ...installment, agreementId: agreement!.id })),
    ...(completed ? { completedAgreementId: agreement.id } : {}),
    excess: left,
  };
}

type PaidInstallment = AgreementInstallment & { readonly share: Cents };

function payInstallments(agreement: Agreement, amount: Cents, paidOn: CivilDate): { paid: PaidInstallment[]; left: Cents } {
  const paid: PaidInstallment[] = [];
  let left = amount;
  for (const installment of [...agreement.installments].sort((a, b) => a.number - b.number)) {
    const before = installment.paidAmount ?? 0;
    const share = Math.min(left, installment.amount - before);
    if (share <= 0) continue;
    left -= share;
    const paidAmount = before + share;
    paid.push({ ...installment, paidAmount, ...(paidAmount >= installment.amount ? { paidOn } : {}), share });
  }
  return { paid, left };
}

function isComplete(agreement: Agreement, paid: readonly AgreementInstallment[]): boolean {
  const now = new Map(paid.map((installment) => [installment.number, installment]));
  return agreement.installments.every((installment) => (now.get(installment.number) ?? installment).paidOn !== undefined);
}

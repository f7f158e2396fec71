import type { Policies } from '../cadence/policies.ts';
import type { Agreement, AgreementInstallment, Case, Debt } from '../case/index.ts';
import { agreementsInForce, openDebts } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { agreementCovering } from '../prescription/index.ts';
import { settlementOf, settlementRules } from './settlement.ts';
import { startedPlan } from './offered.ts';
import type { DebtWaiver, ShortDebt } from './waive-rests.ts';
import { waiveRests } from './waive-rests.ts';

export type PaymentPolicies = Pick<Policies, 'contract' | 'payment' | 'cityHolidays'>;

/** A part of a payment; one that came by an instalment of an agreement that was broken since names both the instalment and the debt. */
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
  /** Rests let go so that their debts count as paid. */
  readonly waivers: readonly DebtWaiver[];
  readonly installments: readonly (AgreementInstallment & { readonly agreementId: string })[];
  readonly completedAgreementIds: readonly string[];
  /** The plan that was offered and begins with this payment; the instalments are its own. */
  readonly started?: Agreement;
  readonly excess: Cents;
}

/**
 * Spreads one payment over a case. A debt named by the payer comes first, unless an agreement in force covers it, whose instalments then do; then
 * the instalments of every agreement in force, by due date; then the other open debts, oldest first. Contested debts get money only when they are
 * named or nothing else is owed: nobody pays what they contest by accident. A debt is settled when its charges to the day of payment are covered
 * (`settlementOf`) or the rest is let go (`waiveRests`), also because an offer was taken up; the first instalment of an offered plan starts it; what it doesn't need moves on, and what nothing needs is excess.
 */
export function impute(
  subject: Case,
  payment: { readonly amount: Cents; readonly paidOn: CivilDate; readonly debtId?: string | undefined },
  policies: PaymentPolicies,
): Imputation {
  const started = startedPlan(subject, payment, policies);
  if (!started) return spread(subject, payment, policies);
  return { ...spread({ ...subject, agreements: [...subject.agreements, started] }, payment, policies), started };
}

function spread(
  subject: Case,
  payment: { readonly amount: Cents; readonly paidOn: CivilDate; readonly debtId?: string | undefined },
  policies: PaymentPolicies,
): Imputation {
  const rules = settlementRules(policies, subject.debtor);
  const covered = (debt: Debt): boolean => agreementCovering(subject, debt.id) !== undefined;
  const named = subject.debts.find((debt) => debt.id === payment.debtId && debt.status === 'open' && !covered(debt));
  const others = openDebts(subject).filter((debt) => debt !== named && !covered(debt));

  const shares: Share[] = [];
  const paidDebtIds: string[] = [];
  const short: ShortDebt[] = [];
  let left = payment.amount;
  const payDebt = (debt: Debt): void => {
    const received = [...debt.payments, ...(left > 0 ? [{ date: payment.paidOn, amount: left }] : [])];
    const { settled, credit, owed, on = payment.paidOn } = settlementOf(debt, received, rules);
    // Credit that earlier payments already held is not this payment's to pass on.
    let share = left - Math.min(credit, left);
    // Money that came before other payments (what a broken agreement gave back) also spared interest: without what is passed on, a cent may be missing.
    const covers = (amount: number): boolean => settlementOf(debt, [...debt.payments, { date: payment.paidOn, amount }], rules).settled;
    while (settled && share > 0 && share < left && !covers(share)) share += 1;
    if (share > 0) shares.push({ debtId: debt.id, amount: share });
    if (settled && left > 0) paidDebtIds.push(debt.id);
    else if (!settled) short.push({ debtId: debt.id, share, owed, on });
    left -= share;
  };

  if (named) payDebt(named);
  const instalments = payInstallments(subject, left, payment, policies.payment.toleranceCents);
  left = instalments.left;
  for (const { agreementId, number, share } of instalments.paid) shares.push({ agreementId, installment: number, amount: share });
  const completed = agreementsInForce(subject).filter((agreement) => isCompletedBy(agreement, instalments.paid));
  for (const agreement of completed)
    paidDebtIds.push(...subject.debts.filter((debt) => debt.status === 'open' && agreementCovering({ agreements: [agreement] }, debt.id)).map(({ id }) => id));
  for (const debt of others) if (debt.contestedOn === undefined) payDebt(debt);
  if (shares.length === 0) for (const debt of others) if (debt.contestedOn !== undefined) payDebt(debt);

  const byDebt = new Map(shares.flatMap(({ debtId, amount }) => (debtId === undefined ? [] : [[debtId, amount] as const])));
  const waivers = waiveRests(subject, short, byDebt, policies, payment.paidOn);
  return {
    shares,
    paidDebtIds: [...paidDebtIds, ...waivers.map(({ debtId }) => debtId)],
    waivers,
    installments: instalments.paid.map(({ share: _, ...installment }) => installment),
    completedAgreementIds: completed.map(({ id }) => id),
    excess: left,
  };
}

type PaidInstallment = AgreementInstallment & { readonly agreementId: string; readonly share: Cents };

function payInstallments(
  subject: Case,
  amount: Cents,
  payment: { readonly paidOn: CivilDate; readonly debtId?: string | undefined },
  tolerance: Cents,
): { paid: PaidInstallment[]; left: Cents } {
  const paid: PaidInstallment[] = [];
  let left = amount;
  for (const { agreement, installment } of installmentsInOrder(subject, payment.debtId)) {
    const before = installment.paidAmount ?? 0;
    const share = Math.min(left, installment.amount - before);
    if (share <= 0 || installment.paidOn !== undefined) continue;
    left -= share;
    const paidAmount = before + share;
    const rest = installment.amount - paidAmount;
    const done = rest <= tolerance ? { paidOn: payment.paidOn, ...(rest > 0 ? { waived: rest } : {}) } : {};
    paid.push({ ...installment, agreementId: agreement.id, paidAmount, ...done, share });
  }
  return { paid, left };
}

/** Those of the agreement that covers the named debt first, then by due date. */
function installmentsInOrder(subject: Case, debtId: string | undefined) {
  const meant = debtId === undefined ? undefined : agreementCovering(subject, debtId);
  const rank = (agreement: Agreement): number => (agreement === meant ? 0 : 1);
  return agreementsInForce(subject)
    .flatMap((agreement) => agreement.installments.map((installment) => ({ agreement, installment })))
    .sort(
      (a, b) =>
        rank(a.agreement) - rank(b.agreement) ||
        compare(a.installment.dueDate, b.installment.dueDate) ||
        compare(a.agreement.id, b.agreement.id) ||
        a.installment.number - b.installment.number,
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isCompletedBy(agreement: Agreement, paid: readonly PaidInstallment[]): boolean {
  const now = new Map(paid.filter(({ agreementId }) => agreementId === agreement.id).map((installment) => [installment.number, installment]));
  return now.size > 0 && agreement.installments.every((installment) => (now.get(installment.number) ?? installment).paidOn !== undefined);
}

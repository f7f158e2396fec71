import type { Agreement, Case, Debt } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Imputation } from './impute.ts';

/** The case with a payment on its debts and instalments as `impute` spread it; what the ledger's tables say after the same payment. */
export function applyImputation(
  subject: Case,
  { shares, paidDebtIds, waivers, installments, completedAgreementIds, started }: Imputation,
  payment: { readonly paidOn: CivilDate; readonly reference: string },
): { readonly debts: Debt[]; readonly agreements: Agreement[] } {
  const debts = subject.debts.map((debt): Debt => {
    const parts = shares.filter(({ debtId }) => debtId === debt.id);
    const rests = waivers.filter(({ debtId }) => debtId === debt.id);
    const paid = paidDebtIds.includes(debt.id);
    if (parts.length === 0 && rests.length === 0 && !paid) return debt;
    return {
      ...debt,
      payments: [...debt.payments, ...parts.map(({ amount }) => ({ date: payment.paidOn, amount, reference: payment.reference }))],
      ...(rests.length === 0 ? {} : { waivers: [...(debt.waivers ?? []), ...rests.map(({ debtId: _, ...rest }) => rest)] }),
      ...(paid ? { status: 'paid' as const } : {}),
    };
  });
  const agreements = [...subject.agreements, ...(started ? [started] : [])].map((agreement): Agreement => {
    const now = installments.filter(({ agreementId }) => agreementId === agreement.id);
    if (now.length === 0) return agreement;
    return {
      ...agreement,
      installments: agreement.installments.map((one) => {
        const paid = now.find(({ number }) => number === one.number);
        if (!paid) return one;
        const { agreementId: _, ...installment } = paid;
        return installment;
      }),
      ...(completedAgreementIds.includes(agreement.id) ? { status: 'completed' as const } : {}),
    };
  });
  return { debts, agreements };
}

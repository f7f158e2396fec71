import type { Agreement } from '../../core/case/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { reinstate } from '../../core/offer/index.ts';
import { installmentPayment, installmentReference } from '../../core/agreement/index.ts';
import type { CaseContext } from '../shared/for-each-case.ts';

/** Breaks the agreement and puts what was paid under it on the debts themselves; both can be done twice without harm. */
export async function undoAgreement({ subject, settings, moment, ledger }: CaseContext<unknown>, agreement: Agreement) {
  const result = reinstate(agreement, subject.debts, settings.policies.contract, moment.today);
  await ledger.saveAgreement({ ...result.agreement, caseId: subject.id, at: moment.now });
  for (const installment of agreement.installments) {
    const payment = installmentPayment(installment, moment.today);
    if (payment)
      await ledger.recordPayment({
        reference: installmentReference(agreement, installment.number),
        amount: payment.amount,
        paidOn: payment.date,
        at: moment.now,
        caseId: subject.id,
      });
  }
  return {
    agreement: { id: agreement.id, status: result.agreement.status, paid: centsToDecimal(result.paidUnderAgreement) },
    debt: { total: centsToDecimal(result.charges.total), principal: centsToDecimal(result.charges.principal), count: result.charges.debts.length },
  };
}

import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Agreement, Case } from '../../core/case/index.ts';
import { installmentReference } from '../../core/agreement/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { reinstate } from '../../core/offer/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Moment } from './today.ts';

/** Breaks the agreement and puts what was paid under it on the debts themselves; done twice it does no harm. */
export async function undoAgreement(subject: Case, agreement: Agreement, settings: CadenceSettings, moment: Moment, ledger: Ledger) {
  const result = reinstate(agreement, subject.debts, settings.policies.contract, moment.today);
  await ledger.saveAgreement({ ...result.agreement, caseId: subject.id, at: moment.now });
  for (const { number, paidOn, paidAmount, amount } of agreement.installments) {
    if (paidOn === undefined) continue;
    await ledger.recordPayment({
      reference: installmentReference(agreement, number),
      amount: paidAmount ?? amount,
      paidOn,
      at: moment.now,
      caseId: subject.id,
    });
  }
  return {
    agreement: { id: agreement.id, status: result.agreement.status, paid: centsToDecimal(result.paidUnderAgreement) },
    debt: { total: centsToDecimal(result.charges.total), principal: centsToDecimal(result.charges.principal), count: result.charges.debts.length },
  };
}

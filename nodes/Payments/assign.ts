import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { forEachPayment } from './for-each-payment.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { targetOf } from './payment-target.ts';

const defaults = { portfolio: '', paymentReference: '', debtNumber: '', document: '', caseId: '' };

/** Places payments that found no debt where a person says; one that still finds none stays on the list. */
export async function assignPayments(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachPayment(this, defaults, async ({ parameters, json, moment, ledger }) => {
    const reference = String(parameters.paymentReference).trim();
    return paymentOutcome(
      reference,
      await ledger.assignPayment({ portfolio: portfolioScope(parameters.portfolio), reference, at: moment.now, ...targetOf(parameters, json) }),
    );
  });
}

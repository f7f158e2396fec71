import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachPayment } from './for-each-payment.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { targetOf } from './payment-target.ts';

const defaults = { paymentReference: '', debtNumber: '', document: '', caseId: '' };

/** Places payments that found no debt where a person says; one that still finds none stays on the list. */
export async function assignPayments(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachPayment(this, defaults, async ({ parameters, json, moment, ledger }) => {
    const reference = String(parameters.paymentReference).trim();
    return paymentOutcome(reference, await ledger.assignPayment({ reference, at: moment.now, ...targetOf(parameters, json) }));
  });
}

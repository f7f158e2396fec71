import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseMoney } from '../../core/money.ts';
import type { PaymentInput } from '../../ledger/index.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { forEachPayment } from './for-each-payment.ts';
import { dayOr } from './given-day.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { targetOf } from './payment-target.ts';

const defaults = { portfolio: '', paymentReference: '', amount: 0, on: '', debtNumber: '', document: '', caseId: '' };

/** Records one payment per item; what finds no debt is kept for a person and leaves by the second output with the reason. */
export async function recordPayments(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachPayment(this, defaults, async ({ parameters, json, moment, ledger }) => {
    const reference = String(parameters.paymentReference).trim();
    const payment: PaymentInput = {
      portfolio: portfolioScope(parameters.portfolio),
      reference,
      amount: parseMoney(parameters.amount),
      paidOn: dayOr(parameters.on, moment.today),
      at: moment.now,
    };
    return paymentOutcome(reference, await ledger.recordPayment({ ...payment, ...targetOf(parameters, json) }));
  });
}

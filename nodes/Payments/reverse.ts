import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseMoney } from '../../core/money.ts';
import type { ReversalKind } from '../../core/payment/index.ts';
import type { ReversalInput } from '../../ledger/ledger.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { forEachPayment } from './for-each-payment.ts';
import { dayOr } from './given-day.ts';
import { reversalOutcome } from './reversal-outcome.ts';

const defaults = { portfolio: '', paymentReference: '', reversalReference: '', reversalKind: 'refund' as ReversalKind, amount: 0, on: '' };

/** Takes payments back; a repeated notice of one changes nothing and leaves by the first output too. */
export async function reversePayments(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachPayment(this, defaults, async ({ parameters, moment, ledger }) => {
    const { reversalKind } = parameters;
    const paymentReference = String(parameters.paymentReference).trim();
    const amount = parseMoney(parameters.amount);
    const reference = String(parameters.reversalReference).trim() || (paymentReference === '' ? '' : `estorno:${paymentReference}`);
    const input: ReversalInput = {
      portfolio: portfolioScope(parameters.portfolio),
      reference,
      paymentReference,
      reversalKind,
      ...(amount > 0 ? { amount } : {}),
      on: dayOr(parameters.on, moment.today),
      at: moment.now,
    };
    return reversalOutcome(input, await ledger.reversePayment(input));
  });
}

import { centsToDecimal } from '../../core/money.ts';
import type { PaymentResult } from '../../ledger/ledger.ts';

/** What became of a payment, as it travels on an item; one that found no debt is not done. */
export function paymentOutcome(reference: string, result: PaymentResult): { readonly done: boolean; readonly add: object } {
  switch (result.kind) {
    case 'applied': {
      const { caseId, settled, debtIds, excess } = result;
      return { done: true, add: { caseId, payment: { reference, result: 'applied', settled, debtIds, excess: centsToDecimal(excess) } } };
    }
    case 'duplicate':
      return { done: true, add: { caseId: result.caseId, payment: { reference, result: 'duplicate' } } };
    case 'unmatched':
      return { done: false, add: { payment: { reference, result: 'unmatched', reason: result.reason } } };
  }
}

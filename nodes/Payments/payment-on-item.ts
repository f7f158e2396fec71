import { centsToDecimal } from '../../core/money.ts';
import type { PaymentResult } from '../../ledger/ledger.ts';

/** What became of a payment, as it travels on an item. */
export function paymentOnItem(reference: string, result: PaymentResult): object {
  switch (result.kind) {
    case 'applied':
      return { reference, result: 'applied', settled: result.settled, debtIds: result.debtIds, excess: centsToDecimal(result.excess) };
    case 'duplicate':
      return { reference, result: 'duplicate' };
    case 'unmatched':
      return { reference, result: 'unmatched', reason: result.reason };
  }
}

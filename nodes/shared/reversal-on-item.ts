import { centsToDecimal } from '../../core/money.ts';
import type { ReversalResult } from '../../ledger/ledger.ts';

/** What became of a reversal, as it travels on an item. */
export function reversalOnItem(reference: string, paymentReference: string, result: ReversalResult): object {
  const base = { reference, paymentReference, result: result.kind };
  if (result.kind === 'reversed')
    return { ...base, amount: centsToDecimal(result.amount), reopenedDebtIds: result.debtIds, reopenedAgreementIds: result.agreementIds };
  return 'reason' in result ? { ...base, reason: result.reason } : base;
}

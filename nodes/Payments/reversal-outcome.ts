import { REVERSAL_LABELS } from '../../core/payment/index.ts';
import type { ReversalInput, ReversalResult } from '../../ledger/ledger.ts';
import { reversalOnItem } from '../shared/reversal-on-item.ts';

/** What became of a reversal, as it travels on an item; one that was known already is done too. */
export function reversalOutcome(
  { reference, paymentReference, reversalKind }: ReversalInput,
  result: ReversalResult,
): { readonly done: boolean; readonly add: object } {
  const reversal = { ...reversalOnItem(reference, paymentReference, result), why: REVERSAL_LABELS[reversalKind] };
  const caseId = 'caseId' in result ? { caseId: result.caseId } : {};
  return { done: result.kind === 'reversed' || result.kind === 'duplicate', add: { ...caseId, reversal } };
}

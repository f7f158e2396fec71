import type { UnmatchedPayment } from '../ledger.ts';
import type { Row } from '../schema/database.ts';
import { defined } from './defined.ts';

export function toUnmatchedPayment(row: Row<'unmatched_payments'>): UnmatchedPayment {
  return defined<UnmatchedPayment>({
    portfolio: row.portfolio,
    reference: row.reference,
    amount: row.amount,
    paidOn: row.paid_on,
    at: row.at,
    reason: row.reason,
    debtNumber: row.debt_number,
    caseId: row.case_id,
    document: row.document,
    resolvedAt: row.resolved_at,
  });
}

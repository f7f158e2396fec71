import type { ContactStatus } from '../../core/case/index.ts';
import { movesForward } from '../contact-status.ts';
import type { Row } from '../schema/database.ts';

export interface Report {
  readonly status: ContactStatus;
  readonly at: string;
  readonly providerMessageId?: string | undefined;
  readonly error?: string | undefined;
}

/**
 * A contact after a report about it, or the same object when it says nothing new. Whatever proves delivery sets `delivered_at` once,
 * even when the status itself was already further.
 */
export function advance(row: Row<'contacts'>, report: Report): Row<'contacts'> {
  const status = row.status as ContactStatus;
  const forward = movesForward(status, report.status);
  const proves = report.status === 'delivered' || report.status === 'read' || report.status === 'answered';
  const next: Row<'contacts'> = {
    ...row,
    status: forward ? report.status : status,
    delivered_at: row.delivered_at ?? (proves ? report.at : null),
    answered_at: row.answered_at ?? (report.status === 'answered' ? report.at : null),
    provider_message_id: row.provider_message_id ?? report.providerMessageId ?? null,
    error: forward ? (report.error ?? null) : row.error,
  };
  const changed = (Object.keys(next) as (keyof Row<'contacts'>)[]).some((key) => next[key] !== row[key]);
  return changed ? next : row;
}

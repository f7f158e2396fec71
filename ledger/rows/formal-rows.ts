import type { BureauEntry, Filing } from '../../core/case/index.ts';
import type { Row } from '../schema/database.ts';
import { parseList } from './debtor-rows.ts';
import { defined } from './defined.ts';

export function toBureauEntry(row: Row<'bureau_entries'>): BureauEntry {
  return defined<BureauEntry>({
    id: row.id,
    provider: row.provider,
    debtIds: parseList(row.debt_ids),
    amount: row.amount,
    status: row.status as BureauEntry['status'],
    requestedOn: row.requested_on,
    registeredOn: row.registered_on,
    removalRequestedOn: row.removal_requested_on,
    removedOn: row.removed_on,
  });
}

export function toFiling(row: Row<'filings'>): Filing {
  return defined<Filing>({
    id: row.id,
    preparedOn: row.prepared_on,
    amount: row.amount,
    status: row.status as Filing['status'],
    filedOn: row.filed_on,
    docket: row.docket,
  });
}

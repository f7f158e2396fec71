import type { BureauEntry } from '../../core/case/index.ts';
import { centsToDecimal } from '../../core/money.ts';

export function entryOnItem(entry: BureauEntry) {
  return {
    id: entry.id,
    provider: entry.provider,
    status: entry.status,
    amount: centsToDecimal(entry.amount),
    requestedOn: entry.requestedOn,
    debts: entry.debtIds.length,
  };
}

import type { BureauEntry } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import type { BureauEligibility } from './eligibility.ts';

/** What happens to an entry after it was asked for. */
export type BureauEvent = 'registered' | 'refused' | 'removal-requested' | 'removed';

// A removal may be confirmed without having been asked for (the bureau did it by itself), and asked for before the registration was
// confirmed (the debtor paid meanwhile).
const ALLOWED: Readonly<Record<BureauEntry['status'], readonly BureauEvent[]>> = {
  requested: ['registered', 'refused', 'removal-requested', 'removed'],
  registered: ['removal-requested', 'removed'],
  'removal-requested': ['removed'],
  refused: [],
  removed: [],
};

/** A request for the debts that {@link bureauEligibility} found eligible. @throws ReguaError `bureau.not-eligible` with the reason */
export function requestEntry(eligibility: BureauEligibility, request: { readonly id: string; readonly provider: string; readonly on: CivilDate }): BureauEntry {
  if (!eligibility.eligible)
    throw new ReguaError('bureau.not-eligible', eligibility.reasons[0] ?? 'A dívida não pode ser negativada.', { field: eligibility.code });
  const amount: Cents = eligibility.amount;
  return { id: request.id, provider: request.provider, debtIds: eligibility.debtIds, amount, status: 'requested', requestedOn: request.on };
}

/** The entry after an event; the same event twice changes nothing. @throws ReguaError `bureau.transition` */
export function advanceEntry(entry: BureauEntry, event: BureauEvent, on: CivilDate): BureauEntry {
  if (entry.status === event) return entry;
  if (!ALLOWED[entry.status].includes(event)) {
    throw new ReguaError('bureau.transition', `O registro está "${STATUS_LABELS[entry.status]}" e não pode passar a "${STATUS_LABELS[event]}".`, {
      field: 'status',
    });
  }
  switch (event) {
    case 'registered':
      return { ...entry, status: event, registeredOn: on };
    case 'refused':
      return { ...entry, status: event };
    case 'removal-requested':
      return { ...entry, status: event, removalRequestedOn: on };
    case 'removed':
      return { ...entry, status: event, removedOn: on };
  }
}

export const STATUS_LABELS: Readonly<Record<BureauEntry['status'], string>> = {
  requested: 'pedido',
  registered: 'registrado',
  refused: 'recusado',
  'removal-requested': 'retirada pedida',
  removed: 'retirado',
};

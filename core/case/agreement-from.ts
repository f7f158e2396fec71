import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Agreement, OfferedTerms } from './case.ts';

export interface Acceptance {
  readonly id: string;
  readonly on: CivilDate;
  /** The debts that the offer's charges were made of. */
  readonly debtIds: readonly string[];
}

/** The agreement that an accepted offer makes; an entry is its instalment 0. @throws ReguaError `offer.expired`, `offer.debts` */
export function agreementFrom(offer: Pick<OfferedTerms, 'original' | 'total' | 'entry' | 'installments' | 'validUntil'>, acceptance: Acceptance): Agreement {
  if (acceptance.on > offer.validUntil) {
    throw new ReguaError('offer.expired', `A proposta valia até ${formatCivilDate(offer.validUntil)}. Faça uma nova antes de aceitar.`, {
      field: 'validUntil',
    });
  }
  if (acceptance.debtIds.length === 0) throw new ReguaError('offer.debts', 'Diga quais dívidas o acordo cobre.', { field: 'debtIds' });
  return {
    id: acceptance.id,
    madeOn: acceptance.on,
    debtIds: [...acceptance.debtIds],
    originalTotal: offer.original,
    total: offer.total,
    installments: [...(offer.entry === null ? [] : [{ number: 0, dueDate: offer.validUntil, amount: offer.entry }]), ...offer.installments],
    status: 'active',
  };
}

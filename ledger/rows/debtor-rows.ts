import type { Channel, ContactPoint, DefaultReason, Debtor, DebtorKind } from '../../core/case/index.ts';
import type { Row } from '../schema/database.ts';
import { defined } from './defined.ts';

export function toContactPoint(row: Row<'contact_points'>): ContactPoint {
  return {
    id: row.id,
    kind: row.kind as ContactPoint['kind'],
    value: row.value,
    valid: row.valid === 1,
    verified: row.verified === 1,
    consent: row.consent === '{}' ? {} : (JSON.parse(row.consent) as ContactPoint['consent']),
  };
}

export function fromContactPoint(point: ContactPoint, debtorId: string): Row<'contact_points'> {
  return {
    id: point.id,
    debtor_id: debtorId,
    kind: point.kind,
    value: point.value,
    valid: point.valid ? 1 : 0,
    verified: point.verified ? 1 : 0,
    consent: JSON.stringify(point.consent),
  };
}

/** @param optedOutElsewhere what was asked of the same creditor in other portfolios */
export function toDebtor(row: Row<'debtors'>, contactPoints: readonly ContactPoint[], optedOutElsewhere: readonly (Channel | 'all')[] = []): Debtor {
  return defined<Debtor>({
    id: row.id,
    name: row.name,
    document: row.document,
    kind: row.kind as DebtorKind,
    uf: row.uf,
    city: row.city,
    address: row.address,
    contactPoints,
    preferredChannel: row.preferred_channel as Channel | null,
    lifetimeValue: row.lifetime_value,
    customerSince: row.customer_since,
    invoicesPaid: row.invoices_paid,
    invoicesPaidOnTime: row.invoices_paid_on_time,
    defaultReason: row.default_reason as DefaultReason | null,
    optedOut: [...new Set([...parseList<Channel | 'all'>(row.opted_out), ...optedOutElsewhere])],
  });
}

/** A JSON list column; most are empty. */
export function parseList<T extends string>(json: string): T[] {
  return json === '[]' ? [] : (JSON.parse(json) as T[]);
}

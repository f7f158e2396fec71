import type { GeneratedAlways } from 'kysely';
import { agreementInstallments, agreements, promises } from './arrangements.ts';
import { cases } from './cases.ts';
import type { Columns, NewRowOf, RowOf } from './columns.ts';
import { contactContents, contacts, earlyReceipts } from './contacts.ts';
import { contactPoints, debtors } from './debtors.ts';
import { debts } from './debts.ts';
import { erasures, events, unattributedEvents } from './events.ts';
import { bureauEntries, filings } from './formal-steps.ts';
import { paymentAllocations, paymentReversals, payments, unmatchedPayments, waivers } from './payments.ts';
import { portfolios } from './portfolios.ts';
import { refusals, rehearsals, runs, stepRecords } from './runs.ts';
import { tasks } from './tasks.ts';

/** Every table as the newest migration leaves it. */
export const TABLES = {
  debtors,
  contact_points: contactPoints,
  cases,
  debts,
  payments,
  payment_allocations: paymentAllocations,
  payment_reversals: paymentReversals,
  waivers,
  unmatched_payments: unmatchedPayments,
  contacts,
  contact_contents: contactContents,
  early_receipts: earlyReceipts,
  portfolios,
  runs,
  rehearsals,
  step_records: stepRecords,
  refusals,
  tasks,
  promises,
  agreements,
  agreement_installments: agreementInstallments,
  bureau_entries: bureauEntries,
  filings,
  events,
  unattributed_events: unattributedEvents,
  erasures,
} as const satisfies Readonly<Record<string, Columns>>;

export type TableName = keyof typeof TABLES;
export type Row<T extends TableName> = RowOf<(typeof TABLES)[T]>;
export type NewRow<T extends TableName> = NewRowOf<(typeof TABLES)[T]>;

type KyselyTable<C extends Columns> = {
  -readonly [K in keyof C]: C[K] extends 'serial' ? GeneratedAlways<number> : RowOf<C>[K];
};
/** What Kysely is told. */
export type Database = { -readonly [T in TableName]: KyselyTable<(typeof TABLES)[T]> };

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/**
 * What comes through a portfolio's door stays in that portfolio: provider ids are unique there and not over the whole ledger, because two creditors'
 * banks may count alike. Events that belong to nobody known are kept. A portfolio of '' is that of money and events which came by no door of one.
 */
export function eventsStayBehindTheirDoor(engine: Engine) {
  const int = engine === 'postgres' ? 'bigint' : 'integer';
  const text = engine === 'postgres' ? 'text collate "C"' : 'text';

  /** SQLite cannot drop a column's own constraint: the table is made anew. */
  const remade = (table: string, columns: string, names: string, values: string) => [
    `create table ${table}_remade (${columns})`,
    `insert into ${table}_remade (${names}) select ${values} from ${table}`,
    `drop table ${table}`,
    `alter table ${table}_remade rename to ${table}`,
  ];

  const unmatched = 'id, reference, amount, paid_on, at, debt_id, debt_number, case_id, document, reason, resolved_at';
  const reversal = 'id, payment_id, case_id, reference, kind, amount, reversed_on, taken, at';

  const statements = [
    `drop index payments_reference`,
    `create unique index payments_reference on payments (case_id, reference) where source = 'event'`,
    `create index payments_by_reference on payments (reference) where reference is not null`,

    ...remade(
      'unmatched_payments',
      `id ${text} primary key, portfolio ${text} not null, reference ${text} not null, amount ${int} not null, paid_on ${text} not null, at ${text} not null,
      debt_id ${text}, debt_number ${text}, case_id ${text}, document ${text}, reason ${text} not null, resolved_at ${text},
      unique (portfolio, reference)`,
      `portfolio, ${unmatched}`,
      `'', ${unmatched}`,
    ),
    ...remade(
      'payment_reversals',
      `id ${text} primary key, payment_id ${text} not null references payments (id), case_id ${text} not null references cases (id),
      reference ${text} not null, kind ${text} not null, amount ${int} not null check (amount > 0), reversed_on ${text} not null,
      taken ${text} not null, at ${text} not null,
      unique (case_id, reference)`,
      reversal,
      reversal,
    ),
    `create index payment_reversals_reference on payment_reversals (reference)`,

    `alter table early_receipts add column portfolio ${text} not null default ''`,
    `create index early_receipts_at on early_receipts (at)`,

    `create table unattributed_events (
      id ${text} primary key, portfolio ${text} not null, door ${text} not null, event_key ${text} not null, kind ${text} not null, at ${text} not null,
      subject_kind ${text} check (subject_kind in ('document', 'phone', 'email')), subject ${text}, channel ${text}, body ${text} not null,
      reason ${text} not null, resolved_at ${text}, case_id ${text},
      unique (portfolio, door, event_key))`,
    `create index unattributed_events_subject on unattributed_events (subject) where resolved_at is null`,
    `create index unattributed_events_open on unattributed_events (portfolio, at) where resolved_at is null`,
    `create index unattributed_events_at on unattributed_events (at)`,
  ];

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/**
 * Plain SQL that both engines read alike; `integer` is 64 bits in both (`bigint` in PostgreSQL, whose `integer` ends at R$ 21 million).
 * Dates and instants are ISO text, so they compare alike; PostgreSQL compares them by byte (`collate "C"`), as SQLite does.
 */
export function firstTables(engine: Engine) {
  const int = engine === 'postgres' ? 'bigint' : 'integer';
  const text = engine === 'postgres' ? 'text collate "C"' : 'text';
  const serial = engine === 'postgres' ? 'bigint generated always as identity primary key' : 'integer primary key autoincrement';

  const statements = [
    `create table debtors (
      id ${text} primary key, portfolio ${text} not null, external_id ${text}, name ${text} not null, document ${text} not null,
      kind ${text} not null check (kind in ('person', 'company')), uf ${text} not null, city ${text}, address ${text},
      preferred_channel ${text}, lifetime_value ${int} not null, customer_since ${text}, invoices_paid ${int} not null,
      invoices_paid_on_time ${int} not null, default_reason ${text}, opted_out ${text} not null, erased_at ${text},
      unique (portfolio, document))`,
    `create index debtors_document on debtors (document)`,

    `create table contact_points (
      id ${text} primary key, debtor_id ${text} not null references debtors (id),
      kind ${text} not null check (kind in ('mobile', 'landline', 'email', 'address')), value ${text} not null,
      valid ${int} not null check (valid in (0, 1)), verified ${int} not null check (verified in (0, 1)), consent ${text} not null,
      unique (debtor_id, kind, value))`,
    `create index contact_points_value on contact_points (value)`,

    `create table cases (
      id ${text} primary key, debtor_id ${text} not null unique references debtors (id), portfolio ${text} not null,
      next_action_on ${text}, wake_on ${text}, leased_until ${text}, lease_owner ${text}, tier_id ${text},
      previous_bureau_entry ${int}, created_at ${text} not null)`,
    `create index cases_due on cases (portfolio, next_action_on, id, leased_until)`,

    `create table debts (
      id ${text} primary key, case_id ${text} not null references cases (id), number ${text} not null, description ${text},
      principal ${int} not null check (principal >= 0), issued_on ${text}, due_date ${text} not null,
      abatement ${int} not null check (abatement >= 0), status ${text} not null check (status in ('open', 'paid', 'cancelled')),
      contested_on ${text}, payment_code ${text}, created_at ${text} not null,
      unique (case_id, number))`,
    `create index debts_number on debts (number)`,

    `create table payments (
      id ${text} primary key, case_id ${text} not null references cases (id), reference ${text}, amount ${int} not null check (amount > 0),
      excess ${int} not null check (excess >= 0), paid_on ${text} not null, source ${text} not null check (source in ('event', 'import')),
      at ${text} not null)`,
    `create index payments_case on payments (case_id)`,
    `create unique index payments_reference on payments (reference) where source = 'event'`,

    `create table payment_allocations (
      payment_id ${text} not null references payments (id), position ${int} not null, case_id ${text} not null references cases (id),
      debt_id ${text} references debts (id), agreement_id ${text}, installment ${int}, amount ${int} not null check (amount > 0),
      primary key (payment_id, position))`,
    `create index payment_allocations_case on payment_allocations (case_id)`,

    `create table unmatched_payments (
      id ${text} primary key, reference ${text} not null unique, amount ${int} not null, paid_on ${text} not null, at ${text} not null,
      debt_id ${text}, debt_number ${text}, case_id ${text}, document ${text}, reason ${text} not null, resolved_at ${text})`,

    `create table runs (
      id ${text} primary key, cadence_id ${text} not null, portfolio ${text} not null, run_on ${text} not null, started_at ${text} not null,
      settings ${text} not null)`,
    `create index runs_cadence on runs (cadence_id, started_at)`,
    `create index runs_portfolio on runs (portfolio, started_at)`,

    `create table contacts (
      id ${text} primary key, case_id ${text} not null references cases (id), run_id ${text}, cadence_id ${text} not null, track_id ${text},
      step_id ${text} not null, block_id ${text} not null, cycle ${text} not null, attempt ${int} not null check (attempt > 0),
      channel ${text} not null, contact_point_id ${text}, purpose ${text} not null,
      status ${text} not null check (status in ('claimed', 'composed', 'sent', 'delivered', 'read', 'answered', 'failed', 'unknown')),
      at ${text} not null, local_date ${text} not null, delivered_at ${text}, answered_at ${text}, cost_cents ${int},
      provider_message_id ${text}, error ${text},
      unique (case_id, cadence_id, step_id, block_id, cycle, attempt),
      unique (case_id, cadence_id, step_id, block_id, cycle, channel))`,
    `create index contacts_provider_message on contacts (provider_message_id) where provider_message_id is not null`,
    `create index contacts_claimed on contacts (at) where status = 'claimed'`,
    `create index contacts_run on contacts (run_id)`,

    `create table contact_contents (
      contact_id ${text} primary key references contacts (id), subject ${text}, text ${text} not null, variant ${text})`,

    `create table early_receipts (
      id ${text} primary key, provider_message_id ${text} not null, status ${text} not null, at ${text} not null, error ${text})`,
    `create index early_receipts_provider_message on early_receipts (provider_message_id)`,

    `create table step_records (
      case_id ${text} not null references cases (id), cadence_id ${text} not null, step_id ${text} not null, cycle ${text} not null,
      track_id ${text}, run_id ${text}, status ${text} not null check (status in ('entered', 'done', 'deferred', 'skipped')),
      recorded_on ${text} not null, reason ${text}, at ${text} not null,
      primary key (case_id, cadence_id, step_id, cycle))`,
    `create index step_records_cadence on step_records (cadence_id)`,

    `create table refusals (
      id ${text} primary key, case_id ${text} not null references cases (id), run_id ${text}, cadence_id ${text} not null,
      step_id ${text} not null, block_id ${text}, cycle ${text} not null, refused_on ${text} not null, at ${text} not null,
      code ${text} not null, reason ${text} not null, deferred_until ${text})`,
    `create index refusals_case on refusals (case_id)`,
    `create index refusals_run on refusals (run_id)`,

    `create table tasks (
      id ${text} primary key, case_id ${text} not null references cases (id), run_id ${text}, kind ${text} not null, title ${text} not null,
      instructions ${text} not null, team ${text} not null, due_on ${text} not null, status ${text} not null check (status in ('open', 'done')),
      created_at ${text} not null, key ${text} not null, done_at ${text},
      unique (case_id, key))`,
    `create index tasks_open on tasks (due_on) where status = 'open'`,

    `create table promises (
      id ${text} primary key, case_id ${text} not null references cases (id), made_on ${text} not null, due_on ${text} not null,
      amount ${int} not null, status ${text} not null check (status in ('open', 'kept', 'broken')))`,
    `create index promises_case on promises (case_id)`,

    `create table agreements (
      id ${text} primary key, case_id ${text} not null references cases (id), made_on ${text} not null, debt_ids ${text} not null,
      original_total ${int} not null, total ${int} not null, status ${text} not null check (status in ('active', 'completed', 'broken')),
      broken_on ${text})`,
    `create index agreements_case on agreements (case_id)`,

    `create table agreement_installments (
      agreement_id ${text} not null references agreements (id), number ${int} not null, due_date ${text} not null, amount ${int} not null,
      paid_on ${text}, paid_amount ${int},
      primary key (agreement_id, number))`,

    `create table bureau_entries (
      id ${text} primary key, case_id ${text} not null references cases (id), provider ${text} not null, debt_ids ${text} not null,
      amount ${int} not null, status ${text} not null, requested_on ${text} not null, registered_on ${text}, removal_requested_on ${text},
      removed_on ${text})`,
    `create index bureau_entries_case on bureau_entries (case_id)`,

    `create table filings (
      id ${text} primary key, case_id ${text} not null references cases (id), prepared_on ${text} not null, amount ${int} not null,
      status ${text} not null, filed_on ${text}, docket ${text})`,
    `create index filings_case on filings (case_id)`,

    `create table erasures (
      id ${text} primary key, at ${text} not null, cases ${int} not null, active ${int} not null check (active in (0, 1)))`,
    `create table events (
      id ${serial}, case_id ${text}, at ${text} not null, kind ${text} not null, data ${text} not null)`,
    `create index events_case on events (case_id, id)`,
    ...(engine === 'postgres' ? POSTGRES_GUARDS : SQLITE_GUARDS),
  ];

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/** Instants and kinds never change, nothing is deleted; contents change only while an erasure of the same transaction is active. */
const SQLITE_GUARDS = [
  `create trigger events_no_delete before delete on events begin select raise(abort, 'events are append-only'); end`,
  `create trigger events_no_update before update on events
    when new.id <> old.id or new.at <> old.at or new.kind <> old.kind or new.case_id is not old.case_id
      or not exists (select 1 from erasures where active = 1)
    begin select raise(abort, 'events are append-only'); end`,
];

const POSTGRES_GUARDS = [
  `create function regua_events_are_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if new.id = old.id and new.at = old.at and new.kind = old.kind and new.case_id is not distinct from old.case_id
          and exists (select 1 from erasures where active = 1) then
          return new;
        end if;
      end if;
      raise exception 'events are append-only';
    end $$`,
  `create trigger events_append_only before update or delete on events for each row execute function regua_events_are_append_only()`,
  `create trigger events_no_truncate before truncate on events for each statement execute function regua_events_are_append_only()`,
];

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** Reversals of payments, rests let go, and what each message asked for. */
export function moneyGoesBack(engine: Engine) {
  const int = engine === 'postgres' ? 'bigint' : 'integer';
  const text = engine === 'postgres' ? 'text collate "C"' : 'text';

  const statements = [
    `alter table contacts add column asked ${text}`,
    `alter table payments add column reversed ${int} not null default 0 check (reversed >= 0)`,
    `alter table agreement_installments add column waived ${int} check (waived > 0)`,

    `create table payment_reversals (
      id ${text} primary key, payment_id ${text} not null references payments (id), case_id ${text} not null references cases (id),
      reference ${text} not null unique, kind ${text} not null, amount ${int} not null check (amount > 0), reversed_on ${text} not null,
      taken ${text} not null, at ${text} not null)`,
    `create index payment_reversals_case on payment_reversals (case_id)`,

    `create table waivers (
      payment_id ${text} not null references payments (id), debt_id ${text} not null references debts (id),
      case_id ${text} not null references cases (id), amount ${int} not null check (amount > 0), waived_on ${text} not null,
      reason ${text} not null, primary key (payment_id, debt_id))`,
    `create index waivers_case on waivers (case_id)`,
  ];

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

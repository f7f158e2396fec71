import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** Why a case had nothing to do when the cadence looked at it last, and when a claim was made by the clock of this machine. */
export function waitsHaveReasons(engine: Engine) {
  const text = engine === 'postgres' ? 'text collate "C"' : 'text';

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const column of ['wait_code', 'wait_reason', 'waited_on']) await sql.raw(`alter table cases add column ${column} ${text}`).execute(db);
      await sql.raw(`alter table contacts add column claimed_at ${text}`).execute(db);
      await sql.raw(`create index contacts_in_flight on contacts (claimed_at) where status = 'claimed'`).execute(db);
    },
  };
}

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** Rehearsed runs, in a table of their own: whoever asks `runs` for what really happened cannot come upon one. */
export function rehearsals(engine: Engine) {
  const text = engine === 'postgres' ? 'text collate "C"' : 'text';

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql
        .raw(
          `create table rehearsals (
            id ${text} primary key, cadence_id ${text} not null, portfolio ${text} not null, run_on ${text} not null,
            started_at ${text} not null, settings ${text} not null)`,
        )
        .execute(db);
    },
  };
}

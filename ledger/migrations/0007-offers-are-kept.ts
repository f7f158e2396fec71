import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** What a message offered binds until its date: it is kept with the contact. */
export function offersAreKept(engine: Engine) {
  const text = engine === 'postgres' ? 'text collate "C"' : 'text';

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql.raw(`alter table contacts add column offered ${text}`).execute(db);
    },
  };
}

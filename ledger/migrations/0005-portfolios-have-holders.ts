import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

interface LatestRun {
  readonly portfolio: string;
  readonly cadence_id: string;
  readonly started_at: string;
  readonly settings: string;
}

/** Each portfolio's cadence and creditor, to begin with those of its newest run. */
export function portfoliosHaveHolders(engine: Engine) {
  const text = engine === 'postgres' ? 'text collate "C"' : 'text';

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql
        .raw(
          `create table portfolios (
            portfolio ${text} primary key, cadence_id ${text} not null, cadence_name ${text} not null, creditor_name ${text} not null,
            creditor_document ${text} not null, since ${text} not null)`,
        )
        .execute(db);
      await sql.raw(`create index portfolios_cadence on portfolios (cadence_id)`).execute(db);
      const { rows } = await sql<LatestRun>`
        select portfolio, cadence_id, started_at, settings from (
          select runs.*, row_number() over (partition by portfolio order by started_at desc, id desc) as place from runs
        ) as newest where place = 1`.execute(db);
      for (const run of rows) {
        const { cadenceName = run.cadence_id, creditor } = JSON.parse(run.settings) as {
          cadenceName?: string;
          creditor?: { name?: string; document?: string };
        };
        await sql`
          insert into portfolios (portfolio, cadence_id, cadence_name, creditor_name, creditor_document, since)
          values (${run.portfolio}, ${run.cadence_id}, ${cadenceName}, ${creditor?.name ?? ''}, ${creditor?.document ?? ''}, ${run.started_at})`.execute(db);
      }
    },
  };
}

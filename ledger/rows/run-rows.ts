import { policiesSchema } from '../../core/cadence/policies.ts';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Run } from '../ledger.ts';
import type { Row } from '../schema/database.ts';

/** What happened, and what was only rehearsed. */
export type RunTable = 'runs' | 'rehearsals';

/** Policies that came with a later version are at their defaults in runs from before it. */
export function toRun(row: Row<'runs'>, table: RunTable = 'runs'): Run {
  const settings = JSON.parse(row.settings) as CadenceSettings;
  return {
    id: row.id,
    cadenceId: row.cadence_id,
    portfolio: row.portfolio,
    on: row.run_on,
    startedAt: row.started_at,
    settings: { ...settings, policies: policiesSchema.parse(settings.policies) },
    ...(table === 'rehearsals' ? { rehearsal: true } : {}),
  };
}

import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Run } from '../ledger.ts';
import type { Row } from '../schema/database.ts';

export function toRun(row: Row<'runs'>): Run {
  return {
    id: row.id,
    cadenceId: row.cadence_id,
    portfolio: row.portfolio,
    on: row.run_on,
    startedAt: row.started_at,
    settings: JSON.parse(row.settings) as CadenceSettings,
  };
}

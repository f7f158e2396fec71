import type { HumanTask } from '../ledger.ts';
import type { Row } from '../schema/database.ts';
import { defined } from './defined.ts';

export function toTask(row: Row<'tasks'>): HumanTask {
  return defined<HumanTask>({
    id: row.id,
    caseId: row.case_id,
    runId: row.run_id,
    kind: row.kind as HumanTask['kind'],
    title: row.title,
    instructions: row.instructions,
    team: row.team,
    dueOn: row.due_on,
    status: row.status as HumanTask['status'],
    createdAt: row.created_at,
    key: row.key,
  });
}

import { ReguaError } from '../../core/errors.ts';
import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { HumanTask, Ledger } from '../ledger.ts';
import { toTask } from '../rows/task-rows.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';

export async function openTask(store: Store, task: Omit<HumanTask, 'id' | 'status'>): Promise<{ task: HumanTask; created: boolean }> {
  return store.write(async (session) => {
    await lockCases(session, [task.caseId]);
    return openTaskIn(session, task);
  });
}

/** The caller holds the case. */
export async function openTaskIn(session: Session, task: Omit<HumanTask, 'id' | 'status'>): Promise<{ task: HumanTask; created: boolean }> {
  const known = await session.db.selectFrom('tasks').selectAll().where('case_id', '=', task.caseId).where('key', '=', task.key).executeTakeFirst();
  if (known) return { task: toTask(known), created: false };
  const row = {
    id: newId(task.createdAt),
    case_id: task.caseId,
    run_id: task.runId ?? null,
    kind: task.kind,
    title: task.title,
    instructions: task.instructions,
    team: task.team,
    due_on: task.dueOn,
    status: 'open',
    created_at: instant(task.createdAt),
    key: task.key,
    done_at: null,
  };
  await insertRows(session, 'tasks', [row]);
  await appendEvents(session, [
    { caseId: task.caseId, at: task.createdAt, kind: 'task.opened', data: { taskId: row.id, taskKind: task.kind, team: task.team, dueOn: task.dueOn } },
  ]);
  return { task: toTask(row), created: true };
}

/** Completing it twice changes nothing. @throws ReguaError `ledger.task-unknown` */
export async function completeTask(store: Store, id: string, at: string): Promise<void> {
  await store.write((session) => completeTaskIn(session, id, at));
}

export async function completeTaskIn(session: Session, id: string, at: string): Promise<void> {
  const row = await session.db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ReguaError('ledger.task-unknown', `Não encontrei a tarefa "${id}" no registro.`, { field: 'id' });
  const { numUpdatedRows } = await session.db
    .updateTable('tasks')
    .set({ status: 'done', done_at: instant(at) })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await appendEvents(session, [{ caseId: row.case_id, at, kind: 'task.done', data: { taskId: id, taskKind: row.kind } }]);
}

export async function tasks(store: Store, query: Parameters<Ledger['tasks']>[0]): Promise<HumanTask[]> {
  let select = store.db.selectFrom('tasks').selectAll().orderBy('due_on').orderBy('id');
  if (query.status !== undefined) select = select.where('status', '=', query.status);
  if (query.caseId !== undefined) select = select.where('case_id', '=', query.caseId);
  return (await select.execute()).map(toTask);
}

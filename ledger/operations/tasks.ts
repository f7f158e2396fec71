import { ReguaError } from '../../core/errors.ts';
import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { HumanTask, Ledger } from '../ledger.ts';
import { toTask } from '../rows/task-rows.ts';
import type { Row } from '../schema/database.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';

export async function openTask(store: Store, task: Omit<HumanTask, 'id' | 'status'>): Promise<{ task: HumanTask; created: boolean }> {
  return store.write(async (session) => {
    await lockCases(session, [task.caseId]);
    return openTaskIn(session, task);
  });
}

type NewTask = Omit<HumanTask, 'id' | 'status'>;

/** Many at once, each once by its key. The caller holds the cases. @returns one for each, in the same order */
export async function openTasksIn(session: Session, tasks: readonly NewTask[]): Promise<{ task: HumanTask; created: boolean }[]> {
  if (tasks.length === 0) return [];
  const rows = await session.db
    .selectFrom('tasks')
    .selectAll()
    .where(inList(session, 'case_id', [...new Set(tasks.map(({ caseId }) => caseId))]))
    .where(inList(session, 'key', [...new Set(tasks.map(({ key }) => key))]))
    .execute();
  const known = new Map(rows.map((row) => [keyOf(row.case_id, row.key), row]));
  const created: Row<'tasks'>[] = [];
  const opened = tasks.map((task) => {
    const key = keyOf(task.caseId, task.key);
    const before = known.get(key);
    if (before) return { task: toTask(before), created: false };
    const row = rowOf(task);
    known.set(key, row);
    created.push(row);
    return { task: toTask(row), created: true };
  });
  await insertRows(session, 'tasks', created);
  await appendEvents(session, created.map(openedEvent));
  return opened;
}

const keyOf = (caseId: string, key: string): string => JSON.stringify([caseId, key]);

const openedEvent = (row: Row<'tasks'>): NewEvent => ({
  caseId: row.case_id,
  at: row.created_at,
  kind: 'task.opened',
  data: { taskId: row.id, taskKind: row.kind, team: row.team, dueOn: row.due_on },
});

const rowOf = (task: NewTask): Row<'tasks'> => ({
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
});

/** The caller holds the case. */
export async function openTaskIn(session: Session, task: Omit<HumanTask, 'id' | 'status'>): Promise<{ task: HumanTask; created: boolean }> {
  const [opened] = await openTasksIn(session, [task]);
  return opened!;
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

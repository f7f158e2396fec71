import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addBusinessDays, debtorPlace } from '../../core/calendar/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { placeOf } from '../shared/run-setting.ts';

const defaults = { caseId: '', blockId: '', title: '', instructions: '', team: 'cobrança', dueInBusinessDays: 1 };

/** Opens one task per case and place in the cadence; a task that is already there is shown, not opened again. */
export async function openTasks(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ item, subject, settings, moment, parameters, ledger, journal }) => {
    const title = parameters.title.trim();
    if (title === '') throw new ReguaError('task.no-title', 'Dê um título à tarefa.', { field: 'title' });
    const { stepId, cycle } = placeOf(item, moment.today);
    const { task, created } = await ledger.openTask({
      caseId: subject.id,
      ...(item.runId === undefined ? {} : { runId: item.runId }),
      kind: 'hand-off',
      title,
      instructions: parameters.instructions,
      team: parameters.team.trim() || 'cobrança',
      dueOn: addBusinessDays(moment.today, parameters.dueInBusinessDays, debtorPlace(subject.debtor, settings.policies)),
      createdAt: moment.now,
      key: `${stepId}:${parameters.blockId || nodeId}:${cycle}`,
    });
    journal.done(item, moment, parameters.blockId || nodeId);
    return { output: 0, add: { task: { id: task.id, title: task.title, team: task.team, dueOn: task.dueOn, status: task.status, created } } };
  });
}

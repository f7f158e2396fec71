import { TEAMS } from '../../core/case/index.ts';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { openHandOff } from '../../core/run/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';

const defaults = { caseId: '', blockId: '', title: '', instructions: '', team: TEAMS.collection as string, dueInBusinessDays: 1 };

/** Opens one task per case and place in the cadence; a task that is already there is shown, not opened again. */
export async function openTasks(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ item, setting, moment, parameters, settlement }) => {
    const id = parameters.blockId || nodeId;
    const end = openHandOff(setting, { ...parameters, id });
    settlement.ended(item, moment, id, end);
    return {
      output: 0,
      add: (taskOf) => {
        const { task, created } = taskOf(end.tasks![0]!.key)!;
        return { task: { id: task.id, title: task.title, team: task.team, dueOn: task.dueOn, status: task.status, created } };
      },
    };
  });
}

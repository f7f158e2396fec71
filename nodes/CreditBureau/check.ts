import { TEAMS } from '../../core/case/index.ts';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { removalState } from '../../core/bureau/index.ts';
import { isAlarming, removalAlarmTask } from '../../core/run/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { entryOnItem } from './entry-on-item.ts';

const defaults = { caseId: '', team: TEAMS.collection as string };

/** How the removal clocks of the cases stand: what is about to be late, or is, leaves by the alarm, with a task for a person. */
export async function checkRemovals(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async ({ item, subject, settings, moment, parameters, settlement }) => {
    const entries = subject.bureauEntries.map((entry) => ({ entry, state: removalState(entry, subject, settings.policies, moment.today) }));
    const alarms = entries.filter(({ state }) => isAlarming(state));
    for (const { entry, state } of alarms) settlement.task(item, moment, removalAlarmTask(entry, state.reasons, subject.debtor, moment.today, parameters.team));
    const bureau = {
      entries: entries.map(({ entry, state }) => ({
        ...entryOnItem(entry),
        removal: state.kind,
        deadline: state.deadline ?? null,
        businessDaysLeft: state.businessDaysLeft ?? null,
      })),
    };
    return {
      output: alarms.length > 0 ? 1 : 0,
      add: { bureau },
      why: entries.length === 0 ? ['Não há negativação deste caso.'] : entries.flatMap(({ state }) => state.reasons),
    };
  });
}

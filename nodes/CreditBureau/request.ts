import { TEAMS } from '../../core/case/index.ts';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { goesOn, requestRegistration } from '../../core/run/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { entryOnItem } from './entry-on-item.ts';

const defaults = { caseId: '', blockId: '', provider: 'manual' as const, team: TEAMS.collection as string };

/** Asks for the registration of what may be registered today: the entry and the task of the person who sends it, written together. */
export async function requestEntries(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async ({ item, setting, moment, parameters, settlement }) => {
    const { provider, team } = parameters;
    const id = parameters.blockId || nodeId;
    const end = requestRegistration(setting, { id, provider }, team);
    settlement.ended(item, moment, id, end);
    const { entry, code, earliestOn, reasons: why } = end;
    if (goesOn(end.ending) && entry) return { output: 0, add: { bureau: entryOnItem(entry) }, why };
    return { output: 1, add: { bureau: { status: 'not-eligible', code, earliestOn: earliestOn ?? null } }, why };
  });
}

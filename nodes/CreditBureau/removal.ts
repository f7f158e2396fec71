import { TEAMS } from '../../core/case/index.ts';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { goesOn, requestRemovals as request } from '../../core/run/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { entryOnItem } from './entry-on-item.ts';

const defaults = { caseId: '', blockId: '', provider: 'manual', team: TEAMS.collection as string };

/** Asks for the removal of every entry that has a ground for it, once, and raises the alarm while one that is near its deadline was not confirmed. */
export async function requestRemovals(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async ({ item, setting, moment, parameters, settlement }) => {
    const id = parameters.blockId || nodeId;
    const end = request(setting, id, parameters.team);
    settlement.ended(item, moment, id, end);
    const { removals, reasons: why } = end;
    if (!goesOn(end.ending)) return { output: 1, add: {}, why };
    return { output: 0, add: { bureau: { removals: removals.map(({ entry, deadline }) => ({ ...entryOnItem(entry), deadline: deadline ?? null })) } }, why };
  });
}

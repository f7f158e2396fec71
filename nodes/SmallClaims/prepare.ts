import { TEAMS } from '../../core/case/index.ts';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { goesOn, prepareFiling } from '../../core/run/index.ts';
import { claimOnItem } from './claim-on-item.ts';
import { forEachCase } from '../shared/for-each-case.ts';

const defaults = { caseId: '', blockId: '', restsOn: '', provider: 'manual', team: TEAMS.legal as string };

/** Prepares one filing per case: the same one again shows the filing that is there. Its documents are made when somebody opens them. */
export async function prepareFilings(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async ({ item, setting, moment, parameters, settlement }) => {
    const id = parameters.blockId || nodeId;
    const end = prepareFiling(setting, parameters.restsOn.trim(), parameters.team);
    settlement.ended(item, moment, id, end);
    const { claim, filing, reasons: why } = end;
    if (!goesOn(end.ending) || !filing) return { output: 1, add: claim ? { smallClaims: claimOnItem(claim) } : {}, why };
    return {
      output: 0,
      add: (taskOf) => ({ smallClaims: { ...claimOnItem(claim!), filingId: filing.id, taskId: taskOf(end.tasks![0]!.key)?.task.id ?? null } }),
      why,
    };
  });
}

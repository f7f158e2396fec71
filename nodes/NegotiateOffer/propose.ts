import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { proposeOffers as propose } from '../../core/run/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { offerOnItem } from '../shared/offer-on-item.ts';

const defaults = { caseId: '', policyId: '', blockId: '' };

/** Puts today's offers on the item, for a message to present or an agent to choose from. */
export async function proposeOffers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ item, setting, moment, parameters, settlement }) => {
    const end = propose(setting, parameters.policyId.trim());
    settlement.ended(item, moment, parameters.blockId || nodeId, end);
    const { found, reasons: why } = end;
    if ('refusal' in found) return { output: 1, add: { offers: [] }, why };
    return { output: 0, add: { offerPolicyId: found.policy.id, offers: found.offers.map(offerOnItem) }, why };
  });
}

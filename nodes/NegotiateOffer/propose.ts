import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { offersForCase } from '../../core/offer/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { offerOnItem } from '../shared/offer-on-item.ts';
import { refusalOf } from '../shared/refusal.ts';

const defaults = { caseId: '', policyId: '', blockId: '' };

/** Puts today's offers on the item, for a message to present or an agent to choose from. */
export async function proposeOffers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ item, subject, settings, moment, parameters, journal, ledger }) => {
    const found = offersForCase(subject, settings.policies, parameters.policyId.trim(), item.tier?.id ?? subject.tierId, moment.today);
    if ('refusal' in found) {
      // What would have presented the offer never comes to run: the step ends here.
      await ledger.recordRefusals([refusalOf(item, moment, parameters.blockId || nodeId, { code: 'no-offer', reason: found.refusal })]);
      journal.skipped(item, moment, found.refusal);
      return { output: 1, add: { offers: [] }, why: [found.refusal] };
    }
    const best = found.offers[0]!;
    return {
      output: 0,
      add: { offerPolicyId: found.policy.id, offers: found.offers.map(offerOnItem) },
      why: [`Proposta "${found.policy.name}": ${best.description}`],
    };
  });
}

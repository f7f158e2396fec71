import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachCase } from '../shared/for-each-case.ts';
import { offerOnItem, offersForCase } from '../shared/offers-for-case.ts';

const defaults = { caseId: '', policyId: '' };

/** Puts today's offers on the item, for a message to present or an agent to choose from. */
export async function proposeOffers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ item, subject, settings, moment, parameters, journal }) => {
    const found = offersForCase(subject, settings, parameters.policyId.trim(), item.tier?.id ?? subject.tierId, moment.today);
    if ('refusal' in found) {
      // What would have presented the offer never comes to run: the step ends here.
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

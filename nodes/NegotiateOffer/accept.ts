import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { closeAgreement } from '../shared/close-agreement.ts';
import { forEachCase } from '../shared/for-each-case.ts';

const defaults = { caseId: '', policyId: '', offerId: '', installments: 1 };

/** Closes agreements on offers that the policy makes; refusals leave by the second output with what may be offered instead. */
export async function acceptOffers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ item, subject, settings, moment, parameters, ledger }) => {
    const policyId = parameters.policyId.trim() || (item.offerPolicyId ?? '');
    const result = await closeAgreement(
      subject,
      settings,
      { offerId: parameters.offerId.trim(), installments: parameters.installments, policyId, tierId: item.tier?.id ?? subject.tierId },
      moment,
      ledger,
    );
    if (result.kind === 'accepted') return { output: 0, add: { agreement: result.agreement }, why: [result.reason] };
    return { output: 1, add: result.offers === undefined ? {} : { offers: result.offers }, why: [result.reason] };
  });
}

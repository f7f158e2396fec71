import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { momentOf } from '../shared/today.ts';
import { paymentOnItem } from './payment-on-item.ts';
import { targetOf } from './payment-target.ts';

const defaults = { paymentReference: '', debtNumber: '', document: '', caseId: '' };

/** Places payments that found no debt where a person says; one that still finds none stays on the list. */
export async function assignPayments(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  for (const [index, { json }] of this.getInputData().entries()) {
    const parameters = parametersAt(index);
    const reference = String(parameters.paymentReference).trim();
    try {
      const result = await ledger.assignPayment({ reference, at: momentOf(undefined).now, ...targetOf(parameters, json) });
      const caseId = result.kind === 'unmatched' ? {} : { caseId: result.caseId };
      outputs.push(result.kind === 'unmatched' ? 1 : 0, { ...json, ...caseId, payment: paymentOnItem(reference, result) }, index);
    } catch (error) {
      outputs.push(1, { ...json, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

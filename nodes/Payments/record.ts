import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseCivilDate } from '../../core/civil-date.ts';
import { parseMoney } from '../../core/money.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { momentOf } from '../shared/today.ts';
import { paymentOnItem } from './payment-on-item.ts';
import { targetOf } from './payment-target.ts';

const defaults = { paymentReference: '', amount: 0, on: '', debtNumber: '', document: '', caseId: '' };

/** Records one payment per item; what finds no debt is kept for a person and leaves by the second output with the reason. */
export async function recordPayments(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  for (const [index, { json }] of this.getInputData().entries()) {
    const parameters = parametersAt(index);
    const reference = String(parameters.paymentReference).trim();
    try {
      const moment = momentOf(undefined);
      const on = String(parameters.on).trim();
      const result = await ledger.recordPayment({
        reference,
        amount: parseMoney(parameters.amount),
        paidOn: on === '' ? moment.today : parseCivilDate(on),
        at: moment.now,
        ...targetOf(parameters, json),
      });
      const caseId = result.kind === 'unmatched' ? {} : { caseId: result.caseId };
      outputs.push(result.kind === 'unmatched' ? 1 : 0, { ...json, ...caseId, payment: paymentOnItem(reference, result) }, index);
    } catch (error) {
      outputs.push(1, { ...json, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseCivilDate } from '../../core/civil-date.ts';
import { parseMoney } from '../../core/money.ts';
import { REVERSAL_LABELS } from '../../core/payment/index.ts';
import type { ReversalKind } from '../../core/payment/index.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { reversalOnItem } from '../shared/reversal-on-item.ts';
import { momentOf } from '../shared/today.ts';

const defaults = { paymentReference: '', reversalReference: '', reversalKind: 'refund' as ReversalKind, amount: 0, on: '' };

/** Takes payments back; a repeated notice of one changes nothing and leaves by the first output too. */
export async function reversePayments(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  for (const [index, { json }] of this.getInputData().entries()) {
    const parameters = parametersAt(index);
    try {
      const moment = momentOf(undefined);
      const paymentReference = String(parameters.paymentReference).trim();
      const amount = parseMoney(parameters.amount);
      const on = String(parameters.on).trim();
      const reference = String(parameters.reversalReference).trim() || (paymentReference === '' ? '' : `estorno:${paymentReference}`);
      const result = await ledger.reversePayment({
        reference,
        paymentReference,
        reversalKind: parameters.reversalKind,
        ...(amount > 0 ? { amount } : {}),
        on: on === '' ? moment.today : parseCivilDate(on),
        at: moment.now,
      });
      const done = result.kind === 'reversed' || result.kind === 'duplicate';
      const caseId = 'caseId' in result ? { caseId: result.caseId } : {};
      const reversal = { ...reversalOnItem(reference, paymentReference, result), why: REVERSAL_LABELS[parameters.reversalKind] };
      outputs.push(done ? 0 : 1, { ...json, ...caseId, reversal }, index);
    } catch (error) {
      outputs.push(1, { ...json, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

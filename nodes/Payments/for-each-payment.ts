import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Ledger } from '../../ledger/ledger.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import type { Moment } from '../shared/today.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import { momentOfJson } from '../shared/item.ts';

interface PaymentContext<P> {
  readonly parameters: P;
  readonly json: IDataObject;
  readonly moment: Moment;
  readonly ledger: Ledger;
}

/** Done leaves by the first output, with what is added to the item; what could not be done leaves by the second, and holds back no other item. */
export async function forEachPayment<P extends object>(
  context: IExecuteFunctions,
  defaults: P,
  work: (one: PaymentContext<P>) => Promise<{ readonly done: boolean; readonly add: object }>,
): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(context, defaults);
  const ledger = await ledgerOf(context);
  const outputs = new Outputs(2);
  for (const [index, { json }] of context.getInputData().entries()) {
    try {
      const moment = momentOfJson(json);
      refuseRehearsal(moment, 'Pagamentos não se ensaiam.');
      const { done, add } = await work({ parameters: parametersAt(index), json, moment, ledger });
      outputs.push(done ? 0 : 1, { ...json, ...add }, index);
    } catch (error) {
      outputs.push(1, { ...json, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PortfolioScope } from '../../ledger/index.ts';
import { momentOfJson } from '../shared/item.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { problemOf } from '../shared/problem.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import type { Moment } from '../shared/today.ts';

export interface BankFileContext {
  readonly file: Uint8Array;
  readonly ledger: Ledger;
  readonly portfolio: PortfolioScope;
  readonly moment: Moment;
  /** Done leaves by the first output; what a person has to see by the second. */
  readonly tell: (done: boolean, json: object) => void;
}

const defaults = { portfolio: '' };

/** The file that each incoming item brings; an item whose file can't be worked on leaves by the second output, and holds back no other item. */
export async function forEachBankFile(
  context: IExecuteFunctions,
  noFile: { readonly code: string; readonly message: string },
  work: (one: BankFileContext) => Promise<void>,
): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(context, defaults);
  const ledger = await ledgerOf(context);
  const outputs = new Outputs(2);
  for (const [index, { json, binary }] of context.getInputData().entries()) {
    try {
      const moment = momentOfJson(json);
      refuseRehearsal(moment, 'Pagamentos não se ensaiam.');
      const [name] = Object.keys(binary ?? {});
      if (name === undefined) throw new ReguaError(noFile.code, noFile.message, { field: 'binary' });
      const file = await context.helpers.getBinaryDataBuffer(index, name);
      const portfolio = portfolioScope(parametersAt(index).portfolio);
      await work({ file, ledger, portfolio, moment, tell: (done, told) => outputs.push(done ? 0 : 1, told, index) });
    } catch (error) {
      outputs.push(1, { ...json, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

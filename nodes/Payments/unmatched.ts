import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { maskDocument } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';

const defaults = { portfolio: '', all: false };

/** One item per payment that found no debt, oldest first, with all that it says of itself. The incoming items only start it. */
export async function listUnmatched(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const { portfolio, all } = readParameters(this, defaults)(0);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(1);
  for (const { document, amount, ...payment } of await ledger.unmatchedPayments({ portfolio: portfolioScope(portfolio), status: all ? 'all' : 'open' })) {
    outputs.push(0, { ...payment, amount: centsToDecimal(amount), ...(document === undefined ? {} : { documentMasked: maskDocument(document) }) }, 0);
  }
  return outputs.data;
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';

/** One item per portfolio, by name. The incoming items only start it. */
export async function listPortfolios(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(1);
  for (const { portfolio, cases, holder } of await ledger.portfolios()) {
    outputs.push(
      0,
      { portfolio, cases, cadenceId: holder?.cadenceId ?? null, cadenceName: holder?.cadenceName ?? null, creditor: holder?.creditor.name ?? null },
      0,
    );
  }
  return outputs.data;
}

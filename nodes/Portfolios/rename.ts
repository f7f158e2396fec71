import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ledgerOf, ledgerPlaceOf } from '../shared/ledger-access.ts';
import { markLedger } from '../shared/ledger-marks.ts';
import { Outputs } from '../shared/outputs.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { readParameters } from '../shared/parameters.ts';
import { momentOf } from '../shared/today.ts';

const defaults = { portfolio: '', newName: '' };

/** Once an execution. @throws ReguaError `portfolio.name`, `portfolio.unknown`, `portfolio.taken`; then nothing has changed */
export async function rename(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const { portfolio, newName } = readParameters(this, defaults)(0);
  const from = requirePortfolio(portfolio);
  const to = requirePortfolio(newName, 'newName');
  const ledger = await ledgerOf(this);
  const { cases } = await ledger.renamePortfolio({ from, to, at: momentOf(undefined).now });
  markLedger({ portfolio: to }, await ledgerPlaceOf(this));
  const outputs = new Outputs(1);
  outputs.push(
    0,
    { from, to, cases, why: [`A carteira "${from}" agora se chama "${to}". Na régua que a trabalha, ponha este nome no designer e publique.`] },
    0,
  );
  return outputs.data;
}

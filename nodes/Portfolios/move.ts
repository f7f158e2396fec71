import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { anyLedgerOf, ledgerPlaceOf } from '../shared/ledger-access.ts';
import { markLedger } from '../shared/ledger-marks.ts';
import { Outputs } from '../shared/outputs.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { readParameters } from '../shared/parameters.ts';

const defaults = { portfolio: '', movedCadenceId: '' };

/** Once an execution: from now on this n8n works the portfolio in the ledger of this node's credential. Nothing is copied. */
export async function moveToLedger(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parameters = readParameters(this, defaults)(0);
  const portfolio = requirePortfolio(parameters.portfolio);
  const cadenceId = parameters.movedCadenceId.trim() || undefined;
  const ledger = await anyLedgerOf(this);
  const known = (await ledger.portfolios()).find((one) => one.portfolio === portfolio);
  const place = await ledgerPlaceOf(this);
  markLedger({ cadenceId, portfolio }, place);
  const outputs = new Outputs(1);
  outputs.push(
    0,
    { portfolio, cadenceId: cadenceId ?? null, ledger: place.ledger, cases: known?.cases ?? 0, why: [wordsFor(portfolio, known?.cases ?? 0)] },
    0,
  );
  return outputs.data;
}

function wordsFor(portfolio: string, cases: number): string {
  return cases > 0
    ? `A carteira "${portfolio}" passa a ser trabalhada neste registro, que já tem gente nela.`
    : `A carteira "${portfolio}" passa a ser trabalhada neste registro, em que ela ainda não tem ninguém: o que já foi enviado, pago ou pedido no registro antigo não é conhecido aqui.`;
}

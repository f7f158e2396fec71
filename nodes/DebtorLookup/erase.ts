import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';
import { maskDocument } from '../../core/identity/index.ts';
import type { Ledger, PortfolioScope } from '../../ledger/index.ts';
import { ALL_PORTFOLIOS } from '../../ledger/index.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import { momentOf } from '../shared/today.ts';
import { askedDocument } from './asked-document.ts';

const CONFIRMATION = 'APAGAR';
const defaults = { today: '', portfolio: '', everyPortfolio: false, document: '', confirmation: '' };

type Holding = Awaited<ReturnType<Ledger['portfoliosOf']>>;

/**
 * Where to erase. A request is made to one creditor; that several hold the person is said, and asked about, instead of taking open debts of others along.
 * @throws ReguaError `erase.which` naming each portfolio
 */
function reachOf(named: string, everyPortfolio: boolean, holding: Holding): PortfolioScope {
  if (named !== '') return named;
  if (everyPortfolio || holding.length <= 1) return ALL_PORTFOLIOS;
  const names = holding.map(({ portfolio, openDebts }) => `"${portfolio}" (${openDebts === 1 ? '1 título em aberto' : `${openDebts} títulos em aberto`})`);
  throw new ReguaError(
    'erase.which',
    `Nada foi apagado: este CPF ou CNPJ está em ${holding.length} carteiras: ${names.join(', ')}. Diga qual no campo "Carteira", ou ligue "Em todas as carteiras".`,
    { field: 'portfolio' },
  );
}

const namesIn = (scope: PortfolioScope, holding: Holding): string[] =>
  holding.map(({ portfolio }) => portfolio).filter((portfolio) => scope === ALL_PORTFOLIOS || scope === portfolio);

/** Erases one debtor's personal data for good, only when the confirmation was written out, and only where it was asked for. */
export async function eraseData(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  for (const index of this.getInputData().keys()) {
    const { today: asked, portfolio, everyPortfolio, document: given, confirmation } = parametersAt(index);
    try {
      const moment = momentOf(asked);
      refuseRehearsal(moment, 'Apagar dados não se ensaia: deixe "Data de hoje" vazia.');
      const { today, now } = moment;
      if (String(confirmation).trim() !== CONFIRMATION) {
        throw new ReguaError('erase.unconfirmed', 'Nada foi apagado. Para apagar de vez, escreva APAGAR no campo "Confirmação".', { field: 'confirmation' });
      }
      const document = askedDocument(given);
      const holding = await ledger.portfoliosOf(document);
      const touched = reachOf(String(portfolio).trim(), everyPortfolio, holding);
      const cases = await ledger.eraseDebtor(document, touched, now);
      if (cases > 0) outputs.push(0, { erased: true, on: today, document: maskDocument(document), portfolios: namesIn(touched, holding), cases }, index);
      else outputs.push(1, { erased: false, cases, reason: 'Nenhum caso com este CPF ou CNPJ no registro. Confira o número.' }, index);
    } catch (error) {
      outputs.push(1, { erased: false, cases: 0, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

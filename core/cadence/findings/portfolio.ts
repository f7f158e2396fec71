import type { CadenceDocument } from '../document.ts';
import { ownPortfolioOf } from '../own-cadence.ts';
import type { CadenceFinding, Finding } from './finding.ts';

const where = { field: 'portfolio' } as const;

/** Without a portfolio nobody enters the cadence. */
export function* portfolioFindings(document: CadenceDocument): Generator<Finding> {
  if (document.portfolio !== '') return;
  yield {
    code: 'portfolio.missing',
    severity: 'error',
    message: 'Dê um nome à carteira: é o grupo de clientes que esta régua trabalha, só dela.',
    values: {},
    where,
    ...fixOf(document),
  };
}

/**
 * Another cadence that names the same portfolio: only one of the two will run, because each portfolio has one cadence and one creditor.
 * @param others cadences that are known where this is asked, such as the drafts of the browser
 */
export function* sharedPortfolioFindings(document: CadenceDocument, others: readonly CadenceDocument[]): Generator<CadenceFinding> {
  if (document.portfolio === '') return;
  const other = others.find(({ id, portfolio }) => id !== document.id && portfolio === document.portfolio);
  if (!other) return;
  yield {
    code: 'portfolio.shared',
    severity: 'warning',
    message: `A régua ${other.name}${other.creditor.name === '' ? '' : `, de ${other.creditor.name},`} usa a mesma carteira, "${document.portfolio}". Só uma das duas vai rodar: dê a cada régua a sua.`,
    values: { portfolio: document.portfolio, cadence: other.name, creditor: other.creditor.name },
    where,
    ...fixOf(document),
  };
}

function fixOf(document: CadenceDocument): Pick<Finding, 'fix'> {
  const portfolio = ownPortfolioOf(document);
  return portfolio === document.portfolio ? {} : { fix: { label: 'Dar uma carteira própria', operation: { kind: 'setPortfolio', portfolio } } };
}

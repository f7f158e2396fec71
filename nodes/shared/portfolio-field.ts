import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';
import { DEFAULT_PORTFOLIO, readPortfolioName } from '../../core/portfolio/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { anyLedgerOf } from './ledger-access.ts';

type Field = Partial<Pick<INodeProperties, 'displayName' | 'name' | 'default' | 'description' | 'displayOptions' | 'required'>>;

/**
 * A portfolio picked from those in the ledger, or typed. Its value may be plain text, as the designer writes it and earlier versions did; n8n's list makes
 * an object of it, which `readParameters` reads as the name.
 */
export function portfolioField(change: Field = {}): INodeProperties {
  return {
    displayName: 'Carteira',
    name: 'portfolio',
    type: 'resourceLocator',
    default: DEFAULT_PORTFOLIO,
    modes: [
      {
        displayName: 'Da lista',
        name: 'list',
        type: 'list',
        placeholder: 'Escolha uma carteira…',
        typeOptions: { searchListMethod: 'searchPortfolios', searchable: true },
      },
      { displayName: 'Pelo nome', name: 'name', type: 'string', placeholder: 'Loja Horizonte' },
    ],
    ...change,
  };
}

/** The portfolios of the node's ledger, for the field's list. */
export async function searchPortfolios(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
  const ledger = await anyLedgerOf(this);
  const wanted = filter?.trim().toLowerCase() ?? '';
  const found = (await ledger.portfolios()).filter(({ portfolio }) => portfolio.toLowerCase().includes(wanted));
  return {
    results: found.map(({ portfolio, cases, holder }) => ({
      name: `${portfolio} (${cases === 1 ? '1 pessoa' : `${cases} pessoas`}${holder ? `, régua ${holder.cadenceName}` : ''})`,
      value: portfolio,
    })),
  };
}

/**
 * The name in such a field.
 * @throws ReguaError `portfolio.name`
 */
export function requirePortfolio(value: unknown, field = 'portfolio'): string {
  const name = readPortfolioName(value);
  if (name !== undefined) return name;
  throw new ReguaError('portfolio.name', 'Diga a carteira: um nome de 1 a 100 caracteres, numa linha só.', { field });
}

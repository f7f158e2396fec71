import type { INodeProperties } from 'n8n-workflow';
import type { PortfolioScope } from '../../ledger/index.ts';
import { ALL_PORTFOLIOS } from '../../ledger/index.ts';

/** What a person wrote in "Carteira": that portfolio, or all of them when nothing is written. Never for what comes from outside. */
export function portfolioScope(given: unknown): PortfolioScope {
  return String(given ?? '').trim() || ALL_PORTFOLIOS;
}

/** The field that `portfolioScope` reads. */
export const portfolioProperty = (description: string, ...operation: string[]): INodeProperties => ({
  displayName: 'Carteira',
  name: 'portfolio',
  type: 'string',
  default: '',
  description,
  displayOptions: { show: { operation } },
});

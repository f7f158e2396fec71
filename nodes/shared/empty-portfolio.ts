import type { IExecuteFunctions } from 'n8n-workflow';
import type { CreditorName } from '../../core/portfolio/index.ts';
import { emptyPortfolioHint } from '../../core/portfolio/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/**
 * Nobody to do anything for is a good day; nobody in the portfolio at all is mostly a slip in its name, and then n8n shows a hint on the node.
 * @param creditor whose people to look for; absent where no creditor is known
 */
export async function tellWhereThePeopleAre(
  context: IExecuteFunctions,
  ledger: Ledger,
  portfolio: string,
  creditor: CreditorName = { name: '', document: '' },
): Promise<void> {
  const hint = emptyPortfolioHint(portfolio, creditor, await ledger.portfolios());
  if (hint === undefined) return;
  context.logger.warn(hint);
  context.addExecutionHints({ message: hint, type: 'warning', location: 'outputPane' });
}

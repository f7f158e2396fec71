import { documentKey } from '../documents.ts';
import type { Session } from '../engine.ts';
import { latestRunOfPortfolio } from './runs.ts';

/**
 * Do two portfolios belong to one creditor? The creditor's document is what the portfolio's newest run says; a portfolio that has not run yet has no known
 * creditor, and is taken to be the same one: what protects a debtor holds in doubt.
 */
export type SameCreditor = (one: string, other: string) => boolean;

export async function sameCreditorAmong(session: Session, portfolios: Iterable<string>): Promise<SameCreditor> {
  const creditors = new Map<string, string | undefined>();
  for (const portfolio of new Set(portfolios)) {
    const run = await latestRunOfPortfolio(session, portfolio);
    creditors.set(portfolio, run === undefined ? undefined : documentKey(run.settings.creditor.document) || undefined);
  }
  return (one, other) => {
    const a = creditors.get(one);
    const b = creditors.get(other);
    return one === other || a === undefined || b === undefined || a === b;
  };
}

import type { ContractTerms } from '../../core/charges/index.ts';
import { contractTerms } from '../../core/charges/index.ts';
import type { Session } from '../engine.ts';
import { latestRunOfPortfolio } from './runs.ts';

/** The terms the portfolio was last run under; before any run, the usual contract. */
export async function termsOfPortfolio(session: Session, portfolio: string): Promise<ContractTerms> {
  const run = await latestRunOfPortfolio(session, portfolio);
  return run?.settings.policies.contract ?? contractTerms();
}

import type { Policies } from '../../core/cadence/policies.ts';
import { policiesSchema } from '../../core/cadence/policies.ts';
import type { Session } from '../engine.ts';
import { latestRunOfPortfolio } from './runs.ts';

/** The policies the portfolio was last run under; before any run, the usual ones. */
export async function policiesOfPortfolio(session: Session, portfolio: string): Promise<Policies> {
  const run = await latestRunOfPortfolio(session, portfolio);
  return run?.settings.policies ?? policiesSchema.parse({});
}

export async function policiesOfCase(session: Session, caseId: string): Promise<Policies> {
  const { portfolio } = await session.db.selectFrom('cases').select('portfolio').where('id', '=', caseId).executeTakeFirstOrThrow();
  return policiesOfPortfolio(session, portfolio);
}

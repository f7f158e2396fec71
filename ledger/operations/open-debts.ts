import type { Policies } from '../../core/cadence/policies.ts';
import type { OpenDebt } from '../../core/statement/index.ts';
import { openDebtsOf } from '../../core/statement/index.ts';
import type { Store } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import { loadCasesIn } from './load-cases.ts';
import { policiesOfPortfolio } from './portfolio-policies.ts';

/** So that a large portfolio neither fills the memory with whole cases nor holds the database for all of its reading. */
const CASES_AT_A_TIME = 500;

export async function openDebts(store: Store, { portfolio }: Parameters<Ledger['openDebts']>[0]): Promise<OpenDebt[]> {
  const owing = await store.read((session) =>
    session.db
      .selectFrom('cases')
      .select(['id', 'portfolio'])
      .where(inPortfolio('portfolio', portfolio))
      .where('id', 'in', (open) => open.selectFrom('debts').select('case_id').where('status', '=', 'open'))
      .orderBy('id')
      .execute(),
  );
  const policies = new Map<string, Policies>();
  const found: OpenDebt[] = [];
  for (let from = 0; from < owing.length; from += CASES_AT_A_TIME) {
    const round = owing.slice(from, from + CASES_AT_A_TIME);
    await store.read(async (session) => {
      for (const { portfolio: name } of round) if (!policies.has(name)) policies.set(name, await policiesOfPortfolio(session, name));
      const cases = await loadCasesIn(
        session,
        round.map(({ id }) => id),
      );
      for (const { id, portfolio: name } of round) {
        const subject = cases.get(id);
        if (subject) for (const debt of openDebtsOf(subject, policies.get(name)!)) found.push(debt);
      }
    });
  }
  return found;
}

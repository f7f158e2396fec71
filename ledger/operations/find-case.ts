import { documentKey } from '../documents.ts';
import type { Session, Store } from '../engine.ts';
import type { CaseQuery, FoundCase } from '../ledger.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import { loadCasesIn } from './load-cases.ts';

/** The most specific of what is given decides. All that fit, those with open debts first and of those the newest. */
export async function findCases(store: Store, query: CaseQuery): Promise<FoundCase[]> {
  return store.read(async (session) => {
    const found = await casesFor(session, query);
    const cases = await loadCasesIn(
      session,
      found.map(({ id }) => id),
    );
    const all = found.map(({ id, portfolio }): FoundCase => ({ portfolio, subject: cases.get(id)! }));
    const owes = ({ subject }: FoundCase): boolean => subject.debts.some((debt) => debt.status === 'open');
    return [...all.filter(owes), ...all.filter((one) => !owes(one))];
  });
}

/** Newest first. */
export async function casesFor(session: Session, query: CaseQuery): Promise<{ readonly id: string; readonly portfolio: string }[]> {
  const base = session.db
    .selectFrom('cases')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .select(['cases.id', 'cases.portfolio'])
    .distinct()
    .where(inPortfolio('cases.portfolio', query.portfolio))
    .orderBy('cases.id', 'desc');
  if (query.caseId !== undefined) return base.where('cases.id', '=', query.caseId).execute();
  const ofDocument = query.document === undefined ? base : base.where('debtors.document', '=', documentKey(query.document));
  if (query.debtNumber !== undefined) return ofDocument.innerJoin('debts', 'debts.case_id', 'cases.id').where('debts.number', '=', query.debtNumber).execute();
  if (query.document !== undefined) return ofDocument.execute();
  const value = query.phone ?? query.email;
  if (value === undefined) return [];
  return base.innerJoin('contact_points', 'contact_points.debtor_id', 'debtors.id').where('contact_points.value', '=', value).execute();
}

import type { Case } from '../../core/case/index.ts';
import { documentKey } from '../documents.ts';
import type { Session, Store } from '../engine.ts';
import type { CaseQuery } from '../ledger.ts';
import { loadCasesIn } from './load-cases.ts';

/** The most specific of what is given decides; of several cases, the one with open debts, and of those the newest. */
export async function findCase(store: Store, query: CaseQuery): Promise<Case | undefined> {
  return store.read(async (session) => {
    const ids = await caseIdsFor(session, query.document === undefined ? query : { ...query, document: documentKey(query.document) });
    const cases = [...(await loadCasesIn(session, ids)).values()];
    return cases.find((found) => found.debts.some((debt) => debt.status === 'open')) ?? cases[0];
  });
}

/** Newest first. */
export async function caseIdsFor(session: Session, query: CaseQuery): Promise<string[]> {
  const { db } = session;
  if (query.caseId !== undefined) return [query.caseId];
  const base = db.selectFrom('cases').innerJoin('debtors', 'debtors.id', 'cases.debtor_id').select('cases.id').distinct().orderBy('cases.id', 'desc');
  if (query.debtNumber !== undefined) {
    let numbered = base.innerJoin('debts', 'debts.case_id', 'cases.id').where('debts.number', '=', query.debtNumber);
    if (query.document !== undefined) numbered = numbered.where('debtors.document', '=', query.document);
    return (await numbered.execute()).map((row) => row.id);
  }
  if (query.document !== undefined) return (await base.where('debtors.document', '=', query.document).execute()).map((row) => row.id);
  const value = query.phone ?? query.email;
  if (value === undefined) return [];
  return (await base.innerJoin('contact_points', 'contact_points.debtor_id', 'debtors.id').where('contact_points.value', '=', value).execute()).map(
    (row) => row.id,
  );
}

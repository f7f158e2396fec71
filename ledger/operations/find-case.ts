import { sql } from 'kysely';
import { documentKey } from '../documents.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import type { CaseQuery, FoundCase, LeftInPeace } from '../ledger.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import { loadCasesIn } from './load-cases.ts';

/** The most specific of what is given decides. All that fit, those with open debts first and of those the newest. */
export async function findCases(store: Store, query: CaseQuery): Promise<FoundCase[]> {
  return store.read(async (session) => {
    const found = await casesFor(session, query);
    const ids = found.map(({ id }) => id);
    const cases = await loadCasesIn(session, ids);
    const looks = await looksAt(session, ids);
    const all = found.map(({ id, portfolio }): FoundCase => ({ portfolio, subject: cases.get(id)!, ...looks.get(id)! }));
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

/** So many reasons are enough to see why somebody was left in peace of late. */
const REASONS_SHOWN = 5;

async function looksAt(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, Pick<FoundCase, 'nextActionOn' | 'leftInPeace'>>> {
  const cases = await session.db
    .selectFrom('cases')
    .select(['id', 'next_action_on', 'wait_code', 'wait_reason', 'waited_on'])
    .where(inList(session, 'id', ids))
    .execute();
  const ranked = session.db
    .selectFrom('refusals')
    .select(['case_id', 'refused_on', 'code', 'reason', 'deferred_until'])
    .select(sql<number>`row_number() over (partition by case_id order by at desc, id desc)`.as('place'))
    .where(inList(session, 'case_id', ids));
  const refusals = await session.db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('place', '<=', REASONS_SHOWN)
    .orderBy('case_id')
    .orderBy('place')
    .execute();
  return new Map(
    cases.map(({ id, next_action_on, wait_code, wait_reason, waited_on }) => {
      const ofRefusals = refusals
        .filter(({ case_id }) => case_id === id)
        .map(({ refused_on, code, reason, deferred_until }) => leftInPeace(refused_on, code, reason, deferred_until));
      const ofWait = waited_on === null ? [] : [leftInPeace(waited_on, wait_code!, wait_reason!, next_action_on)];
      const all = [...ofWait, ...ofRefusals].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
      return [id, { nextActionOn: next_action_on, leftInPeace: all.slice(0, REASONS_SHOWN) }];
    }),
  );
}

function leftInPeace(on: string, code: string, reason: string, until: string | null): LeftInPeace {
  return { on, code, reason, ...(until !== null && until > on ? { until } : {}) };
}

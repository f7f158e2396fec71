import { sql } from 'kysely';
import type { KnownTitle } from '../../core/portfolio/index.ts';
import { documentKey } from '../documents.ts';
import type { Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';
import { wake } from './schedule.ts';

export async function openTitles(store: Store, { portfolio, documents }: Parameters<Ledger['openTitles']>[0]): Promise<KnownTitle[]> {
  return store.read(async (session) => {
    let select = session.db
      .selectFrom('debts')
      .innerJoin('cases', 'cases.id', 'debts.case_id')
      .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
      .select(['debts.case_id', 'debts.id', 'debts.number', 'debts.due_date', 'debts.principal', 'debtors.document'])
      .where('cases.portfolio', '=', portfolio)
      .where('debts.status', '=', 'open')
      // What an agreement in force covers is paid by its instalments; creditors' lists mostly have those in its place. One that names no debt covers all.
      .where(
        sql<boolean>`not exists (select 1 from agreements where agreements.case_id = debts.case_id and agreements.status = 'active'
          and (agreements.debt_ids = '[]' or agreements.debt_ids like '%"' || debts.id || '"%'))`,
      )
      .orderBy('debts.due_date')
      .orderBy('debts.id');
    if (documents !== undefined) select = select.where(inList(session, 'debtors.document', documents.map(documentKey)));
    const rows = await select.execute();
    return rows.map((row) => ({
      caseId: row.case_id,
      debtId: row.id,
      document: row.document,
      number: row.number,
      dueDate: row.due_date,
      principal: row.principal,
    }));
  });
}

export async function closeTitles(store: Store, { titles, as, on, at }: Parameters<Ledger['closeTitles']>[0]): Promise<number> {
  if (titles.length === 0) return 0;
  return store.write(async (session) => {
    const caseIds = [...new Set(titles.map(({ caseId }) => caseId))];
    await lockCases(session, caseIds);
    const because = new Map(titles.map((title) => [title.debtId, title.because]));
    const closed = await session.db
      .updateTable('debts')
      .set({ status: as })
      .where(inList(session, 'id', [...because.keys()]))
      .where(inList(session, 'case_id', caseIds))
      .where('status', '=', 'open')
      .returning(['id', 'case_id', 'principal', 'due_date'])
      .execute();
    const moment = instant(at);
    await appendEvents(
      session,
      closed.flatMap(({ id, case_id, principal, due_date }): NewEvent[] => [
        {
          caseId: case_id,
          at: moment,
          kind: 'debt.updated',
          data: { debtId: id, principal, dueDate: due_date, status: as, because: because.get(id)! },
        },
        ...(as === 'paid' ? [{ caseId: case_id, at: moment, kind: 'debt.paid', data: { debtId: id } }] : []),
      ]),
    );
    await wake(session, [...new Set(closed.map(({ case_id }) => case_id))], on);
    return closed.length;
  });
}

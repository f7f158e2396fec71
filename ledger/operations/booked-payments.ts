import type { BookedPayment } from '../../core/statement/index.ts';
import type { Store } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import { defined } from '../rows/defined.ts';

/** In the order they were booked. */
export async function bookedPayments(store: Store, { portfolio, references, from, to }: Parameters<Ledger['bookedPayments']>[0]): Promise<BookedPayment[]> {
  const rows = await store.read((session) =>
    session.db
      .selectFrom('payments')
      .innerJoin('cases', 'cases.id', 'payments.case_id')
      .select(['payments.case_id', 'payments.reference', 'payments.amount', 'payments.paid_on'])
      .where(inPortfolio('cases.portfolio', portfolio))
      .where((where) =>
        where.or([inList(session, 'payments.reference', references), where.and([where('payments.paid_on', '>=', from), where('payments.paid_on', '<=', to)])]),
      )
      .orderBy('payments.id')
      .execute(),
  );
  return rows.map((row) => defined<BookedPayment>({ caseId: row.case_id, reference: row.reference, amount: row.amount, paidOn: row.paid_on }));
}

import { formatInstant, instantOf } from '../../core/calendar/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Session, Store } from '../engine.ts';
import { instant } from '../instants.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { purgeEarlyReceipts } from './early-receipts.ts';
import { eraseCases, eraseJournal, eraseUnplaced } from './erase-cases.ts';
import { lockKnownCases } from './require-cases.ts';

/**
 * Ends the keeping of personal data whose purpose is over (LGPD 15 I, 16): debtors with nothing pending and without any event since `before` began in
 * Brasília. One person in several portfolios is one person: a single case that still has something to do keeps all of them.
 */
export async function eraseInactive(store: Store, before: CivilDate, at: string): Promise<number> {
  const cutoff = instant(formatInstant(instantOf({ date: before, minute: 0 }, 'America/Sao_Paulo')));
  const erased = await store.write(async (session) => {
    await purgeEarlyReceipts(session, cutoff);
    await session.db.deleteFrom('unattributed_events').where('at', '<', cutoff).execute();
    const candidates = await inactiveCases(session, cutoff);
    if (candidates.length === 0) return 0;
    const locked = new Set(
      await lockKnownCases(
        session,
        candidates.map((found) => found.id),
      ),
    );
    // A payment or an import may have come between the search and the lock.
    const still = (await inactiveCases(session, cutoff)).filter((found) => locked.has(found.id));
    if (still.length === 0) return 0;
    await eraseUnplaced(session, [...new Set(still.map((found) => found.document))], ALL_PORTFOLIOS);
    await eraseCases(
      session,
      still.map((found) => found.id),
      at,
    );
    return still.length;
  });
  if (erased > 0) await eraseJournal(store);
  return erased;
}

function inactiveCases(session: Session, cutoff: string): Promise<{ id: string; document: string }[]> {
  return session.db
    .selectFrom('cases')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .select(['cases.id', 'debtors.document'])
    .where('debtors.erased_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('debtors as twin')
            .innerJoin('cases as own', 'own.debtor_id', 'twin.id')
            .select('own.id')
            .whereRef('twin.document', '=', 'debtors.document')
            .where((eb) =>
              eb.or([
                eb.exists(eb.selectFrom('debts').select('debts.id').whereRef('debts.case_id', '=', 'own.id').where('debts.status', '=', 'open')),
                eb.exists(
                  eb.selectFrom('agreements').select('agreements.id').whereRef('agreements.case_id', '=', 'own.id').where('agreements.status', '=', 'active'),
                ),
                eb.exists(
                  eb
                    .selectFrom('bureau_entries')
                    .select('bureau_entries.id')
                    .whereRef('bureau_entries.case_id', '=', 'own.id')
                    .where('bureau_entries.status', 'in', ['requested', 'registered', 'removal-requested']),
                ),
                eb.exists(
                  eb.selectFrom('filings').select('filings.id').whereRef('filings.case_id', '=', 'own.id').where('filings.status', 'in', ['prepared', 'filed']),
                ),
                eb.exists(eb.selectFrom('events').select('events.id').whereRef('events.case_id', '=', 'own.id').where('events.at', '>=', cutoff)),
              ]),
            ),
        ),
      ),
    )
    .orderBy('cases.id')
    .execute();
}

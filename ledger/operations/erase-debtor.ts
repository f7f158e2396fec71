import { documentKey } from '../documents.ts';
import type { Store } from '../engine.ts';
import { eraseCases, eraseJournal } from './erase-cases.ts';
import { caseIdsFor } from './find-case.ts';
import { lockKnownCases } from './require-cases.ts';

/** Erases one person or company from every portfolio, and from the payments that found no debt. */
export async function eraseDebtor(store: Store, document: string, at: string): Promise<number> {
  const erased = await store.write(async (session) => {
    const key = documentKey(document);
    const ids = await caseIdsFor(session, { document: key });
    await session.db.updateTable('unmatched_payments').set({ document: null, debt_number: null }).where('document', '=', key).execute();
    if (ids.length === 0) return 0;
    await lockKnownCases(session, ids);
    await eraseCases(session, ids, at);
    return ids.length;
  });
  if (erased > 0) await eraseJournal(store);
  return erased;
}

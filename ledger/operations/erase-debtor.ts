import { documentKey } from '../documents.ts';
import type { Store } from '../engine.ts';
import type { PortfolioScope } from '../portfolio-scope.ts';
import { eraseCases, eraseJournal, eraseUnplaced } from './erase-cases.ts';
import { casesFor } from './find-case.ts';
import { lockKnownCases } from './require-cases.ts';

/** Erases one person or company from the portfolios asked for, and from the money and the events there that found nobody. */
export async function eraseDebtor(store: Store, document: string, portfolio: PortfolioScope, at: string): Promise<number> {
  const erased = await store.write(async (session) => {
    const key = documentKey(document);
    const ids = (await casesFor(session, { document: key, portfolio })).map(({ id }) => id);
    await eraseUnplaced(session, [key], portfolio);
    if (ids.length === 0) return 0;
    await lockKnownCases(session, ids);
    await eraseCases(session, ids, at);
    return ids.length;
  });
  if (erased > 0) await eraseJournal(store);
  return erased;
}

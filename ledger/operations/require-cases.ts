import { ReguaError } from '../../core/errors.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';

/**
 * Locks the cases until the transaction ends, which every operation does before it writes about them. Always cases first and always in the order of
 * their ids, so that two transactions never wait for each other; `no key update`, so that rows which only refer to a case don't wait. SQLite's writer
 * holds the whole file anyway.
 */
export async function lockKnownCases(session: Session, ids: readonly string[]): Promise<string[]> {
  const query = session.db
    .selectFrom('cases')
    .select('id')
    .where(inList(session, 'id', [...new Set(ids)]))
    .orderBy('id');
  const rows = await (session.engine === 'postgres' ? query.forNoKeyUpdate() : query).execute();
  return rows.map((row) => row.id);
}

/**
 * The same when all of them have to exist.
 * @throws ReguaError `ledger.case-unknown`
 */
export async function lockCases(session: Session, ids: readonly string[]): Promise<void> {
  const known = new Set(await lockKnownCases(session, ids));
  for (const id of ids) if (!known.has(id)) throw unknownCase(id);
}

export function unknownCase(id: string): ReguaError {
  return new ReguaError('ledger.case-unknown', `Não encontrei o caso "${id}" no registro. Confira se ele foi importado nesta base.`, { field: 'caseId' });
}

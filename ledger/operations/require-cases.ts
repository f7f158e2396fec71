import { ReguaError } from '../../core/errors.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';

/**
 * Locks the cases until the transaction ends (SQLite's writer already holds the file), in the order of their ids so that two
 * transactions never wait for each other.
 * @throws ReguaError `ledger.case-unknown`
 */
export async function lockCases(session: Session, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const query = session.db
    .selectFrom('cases')
    .select('id')
    .where(inList(session, 'id', [...wanted]))
    .orderBy('id');
  const rows = await (session.engine === 'postgres' ? query.forUpdate() : query).execute();
  for (const row of rows) wanted.delete(row.id);
  for (const missing of wanted) throw unknownCase(missing);
}

export function unknownCase(id: string): ReguaError {
  return new ReguaError('ledger.case-unknown', `Não encontrei o caso "${id}" no registro. Confira se ele foi importado nesta base.`, { field: 'caseId' });
}

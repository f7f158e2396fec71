import { sql } from 'kysely';
import type { Session } from '../engine.ts';
import type { Row } from '../schema/database.ts';

/** Who works which portfolio is decided by one transaction at a time; they are short. SQLite's writer holds the whole file anyway. */
export async function lockHolders(session: Session): Promise<void> {
  if (session.engine === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended('regua.portfolios', 1))`.execute(session.db);
}

export function holderRow(session: Session, portfolio: string): Promise<Row<'portfolios'> | undefined> {
  return session.db.selectFrom('portfolios').selectAll().where('portfolio', '=', portfolio).executeTakeFirst();
}

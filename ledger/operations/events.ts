import { insertRows } from '../bulk.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant } from '../instants.ts';
import type { LedgerEvent } from '../ledger.ts';

/** `personal` is what an erasure blanks: free text, and whatever identifies a person. */
export interface NewEvent {
  readonly caseId: string | null;
  readonly at: string;
  readonly kind: string;
  readonly data?: Readonly<Record<string, unknown>> & { readonly personal?: Readonly<Record<string, unknown>> };
}

export async function appendEvents(session: Session, events: readonly NewEvent[]): Promise<void> {
  await insertRows(
    session,
    'events',
    events.map((event) => ({ case_id: event.caseId, at: instant(event.at), kind: event.kind, data: JSON.stringify(event.data ?? {}) })),
  );
}

/** In the order in which they happened. */
export async function eventsIn(session: Session, caseIds: readonly string[]): Promise<LedgerEvent[]> {
  const rows = await session.db
    .selectFrom('events')
    .selectAll()
    .where(inList(session, 'case_id', caseIds))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, caseId: row.case_id, at: row.at, kind: row.kind, data: JSON.parse(row.data) as Record<string, unknown> }));
}

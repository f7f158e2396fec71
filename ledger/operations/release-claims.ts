import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import { appendEvents } from './events.ts';

/**
 * Takes back claims by which surely nothing left (no connection came about), so that the same channel may be used later; what happened
 * stays in the event log. A claim that already has an outcome is left as it is.
 */
export async function releaseClaims(store: Store, releases: Parameters<Ledger['releaseClaims']>[0]): Promise<void> {
  if (releases.length > 0) await store.write((session) => releaseClaimsIn(session, releases));
}

export async function releaseClaimsIn(session: Session, releases: Parameters<Ledger['releaseClaims']>[0]): Promise<void> {
  if (releases.length === 0) return;
  const ids = releases.map((release) => release.contactId);
  const query = session.db
    .selectFrom('contacts')
    .selectAll()
    .where(inList(session, 'id', ids))
    .where('status', '=', 'claimed')
    .orderBy('id');
  const rows = await (session.engine === 'postgres' ? query.forUpdate() : query).execute();
  const claimed = rows.map((row) => row.id);
  await session.db
    .deleteFrom('contact_contents')
    .where(inList(session, 'contact_id', claimed))
    .execute();
  await session.db
    .deleteFrom('contacts')
    .where(inList(session, 'id', claimed))
    .execute();
  const byId = new Map(releases.map((release) => [release.contactId, release]));
  await appendEvents(
    session,
    rows.map((row) => {
      const { at, error } = byId.get(row.id)!;
      return {
        caseId: row.case_id,
        at: instant(at),
        kind: 'contact.released',
        data: { contactId: row.id, channel: row.channel, stepId: row.step_id, personal: { error } },
      };
    }),
  );
}

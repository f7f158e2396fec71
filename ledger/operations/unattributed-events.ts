import { sql } from 'kysely';
import { CHANNEL_LABELS, TEAMS } from '../../core/case/index.ts';
import type { Channel } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { insertRows } from '../bulk.ts';
import { documentKey } from '../documents.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { EventToKeep, Ledger, UnattributedEvent } from '../ledger.ts';
import { localDateOf } from '../local-date.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import type { PortfolioScope } from '../portfolio-scope.ts';
import { defined } from '../rows/defined.ts';
import type { Row } from '../schema/database.ts';
import { loadCasesIn } from './load-cases.ts';
import { lockKnownCases } from './require-cases.ts';
import { completeTaskIn, openTaskIn } from './tasks.ts';

/** For `where(...)`: what came by a portfolio's doors, also before the cadence behind one had run for the first time. */
export function atDoorsOf(portfolio: PortfolioScope) {
  return portfolio === ALL_PORTFOLIOS
    ? sql<boolean>`true`
    : sql<boolean>`(portfolio = ${portfolio} or (portfolio = '' and door in (select cadence_id from runs where portfolio = ${portfolio})))`;
}

const TASK_KEY = 'attribution:';

export async function keepEvent(store: Store, event: EventToKeep): Promise<void> {
  const at = instant(event.at);
  const several = (event.candidates?.length ?? 0) > 1;
  await store.write(async (session) => {
    const door = session.db
      .selectFrom('unattributed_events')
      .select('id')
      .where('portfolio', '=', event.portfolio)
      .where('door', '=', event.door)
      .where('event_key', '=', event.key);
    if (await door.executeTakeFirst()) return;
    const id = newId(at);
    await insertRows(
      session,
      'unattributed_events',
      [
        {
          id,
          portfolio: event.portfolio,
          door: event.door,
          event_key: event.key,
          kind: event.kind,
          at,
          subject_kind: event.subject?.by ?? null,
          subject: event.subject === undefined ? null : event.subject.by === 'document' ? documentKey(event.subject.value) : event.subject.value,
          channel: event.stops ?? null,
          body: JSON.stringify(event.body),
          reason: event.reason,
          resolved_at: null,
          case_id: null,
        },
      ],
      { ignoreExisting: true },
    );
    if (several) await askWho(session, id, event);
  });
}

/** On the case that was written to last: the answer is most likely to it. It names nobody else, because who asks for their data is shown their tasks. */
async function askWho(session: Session, id: string, event: EventToKeep): Promise<void> {
  const known = await lockKnownCases(session, event.candidates!);
  const last = await session.db
    .selectFrom('contacts')
    .select('case_id')
    .where(inList(session, 'case_id', known))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const caseId = last?.case_id ?? known[0];
  if (caseId === undefined) return;
  const { debtor } = (await loadCasesIn(session, [caseId])).get(caseId)!;
  const channel = (event.body as { channel?: Channel }).channel;
  await openTaskIn(session, {
    caseId,
    kind: 'attribution',
    title: `Dizer de quem é um aviso${channel && channel in CHANNEL_LABELS ? ` (${CHANNEL_LABELS[channel]})` : ''}`,
    instructions:
      `Chegou um aviso que serve para ${known.length} clientes desta carteira, e por isso não foi posto no caso de ninguém. ` +
      'Veja-o no nó "Devedores: consulta", operação "Avisos sem dono", descubra de quem é e diga em "Dizer de quem é um aviso".',
    team: TEAMS.collection,
    dueOn: localDateOf(instant(event.at), debtor),
    createdAt: instant(event.at),
    key: `${TASK_KEY}${id}`,
  });
}

/** Oldest first. */
export async function unattributedEvents(store: Store, query: Parameters<Ledger['unattributedEvents']>[0]): Promise<UnattributedEvent[]> {
  let select = store.db.selectFrom('unattributed_events').selectAll().where(atDoorsOf(query.portfolio)).orderBy('at').orderBy('id');
  if (query.status !== 'all') select = select.where('resolved_at', 'is', null);
  return (await select.execute()).map(toUnattributedEvent);
}

export function toUnattributedEvent(row: Row<'unattributed_events'>): UnattributedEvent {
  return defined<UnattributedEvent>({
    id: row.id,
    portfolio: row.portfolio,
    door: row.door,
    kind: row.kind,
    at: row.at,
    reason: row.reason,
    body: JSON.parse(row.body) as Record<string, unknown>,
    resolvedAt: row.resolved_at,
    caseId: row.case_id,
  });
}

export async function resolveEvent(store: Store, { id, caseId, at }: Parameters<Ledger['resolveEvent']>[0]): Promise<void> {
  await store.write((session) => resolveEventIn(session, { id, caseId: caseId ?? null, at: instant(at) }));
}

export async function resolveEventIn(
  session: Session,
  { id, caseId, at }: { readonly id: string; readonly caseId: string | null; readonly at: string },
): Promise<void> {
  const { numUpdatedRows } = await session.db
    .updateTable('unattributed_events')
    .set({ resolved_at: sql`coalesce(resolved_at, ${at})`, case_id: caseId })
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new ReguaError('ledger.event-unknown', `Não há aviso sem dono com o código "${id}". Confira na lista de avisos.`, { field: 'eventId' });
  const task = await session.db.selectFrom('tasks').select('id').where('key', '=', `${TASK_KEY}${id}`).executeTakeFirst();
  if (task) await completeTaskIn(session, task.id, at);
}

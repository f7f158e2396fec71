import type { Channel } from '../../core/case/index.ts';
import { updateRows } from '../bulk.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Row } from '../schema/database.ts';
import { disputeIn, optOutIn } from './debtor-wishes.ts';
import { appendEvents } from './events.ts';
import { replyIn } from './reply.ts';
import type { OwnedPoint } from './silence-contact-point.ts';
import { channelsToSilence, pointsOfCreditor, withRefused } from './silence-contact-point.ts';
import { atDoorsOf, resolveEventIn } from './unattributed-events.ts';

/** What an import or a new contact point brought to a portfolio. */
export interface News {
  readonly portfolio: string;
  readonly on: string;
  readonly at: string;
  /** Telephones and e-mails, new or known. */
  readonly values: readonly string[];
  /** Case ids by document of debtors that were not known. */
  readonly newDebtors: ReadonlyMap<string, string>;
}

/**
 * What was asked before we knew who asks holds from now on: a telephone that was told to be left alone is silent for whoever else turns out to have it,
 * and what came from an unknown number or document is recorded for the one it belongs to.
 * @returns the points, with all who have them
 */
export async function applyWhatWasAsked(session: Session, news: News): Promise<OwnedPoint[]> {
  const points = await pointsOfCreditor(session, news.portfolio, news.values);
  const kept = await keptFor(session, news);
  const stops = new Map<string, (Channel | 'all')[]>();
  for (const event of kept) if (event.channel !== null) stops.set(event.subject!, [...(stops.get(event.subject!) ?? []), event.channel as Channel | 'all']);
  await inheritSilence(session, points, stops, news.at);
  for (const event of kept) {
    const owners = event.subject_kind === 'document' ? [news.newDebtors.get(event.subject!)] : ownersIn(points, news.portfolio, event.subject!);
    if (owners.length === 1 && owners[0] !== undefined) await record(session, event, owners[0], news);
  }
  return points;
}

/** A debtor has one point of a value at most, and a portfolio one case per debtor. */
const ownersIn = (points: readonly OwnedPoint[], portfolio: string, value: string): string[] =>
  points.filter((point) => point.value === value && point.portfolio === portfolio).map((point) => point.case_id);

async function keptFor(session: Session, { portfolio, values, newDebtors }: News): Promise<Row<'unattributed_events'>[]> {
  return session.db
    .selectFrom('unattributed_events')
    .selectAll()
    .where('resolved_at', 'is', null)
    .where(inList(session, 'subject', [...values, ...newDebtors.keys()]))
    .where(atDoorsOf(portfolio))
    .orderBy('at')
    .orderBy('id')
    .execute();
}

async function inheritSilence(
  session: Session,
  points: readonly OwnedPoint[],
  stops: ReadonlyMap<string, readonly (Channel | 'all')[]>,
  at: string,
): Promise<void> {
  const refused = new Map<string, Set<Channel>>();
  const refuse = (value: string, channel: Channel): void => void refused.set(value, (refused.get(value) ?? new Set()).add(channel));
  for (const { value, kind, consent } of points) {
    if (consent.includes('false'))
      for (const [channel, yes] of Object.entries(JSON.parse(consent) as Record<Channel, boolean>)) if (!yes) refuse(value, channel as Channel);
    for (const stop of stops.get(value) ?? []) for (const channel of channelsToSilence(kind, stop)) refuse(value, channel);
  }
  if (refused.size === 0) return;
  const changed = points.flatMap((point) => {
    const consent = withRefused(point.consent, [...(refused.get(point.value) ?? [])]);
    return consent === undefined ? [] : [{ ...point, consent }];
  });
  await updateRows(session, 'contact_points', ['id'], ['consent'], changed);
  await appendEvents(
    session,
    changed.map((point) => ({ caseId: point.case_id, at, kind: 'contact-point.silenced', data: { contactPointId: point.id } })),
  );
}

/** What only records a wish of the debtor is recorded; a promise or an agreement depends on rules and waits for a person. */
async function record(session: Session, event: Row<'unattributed_events'>, caseId: string, news: News): Promise<void> {
  const body = JSON.parse(event.body) as {
    readonly channel?: Channel;
    readonly text?: string;
    readonly debtNumbers?: readonly string[];
    readonly resolved?: boolean;
  };
  if (event.kind === 'reply') await replyIn(session, { caseId, channel: body.channel!, text: body.text ?? '', at: event.at });
  else if (event.kind === 'dispute') {
    if (body.resolved || body.debtNumbers !== undefined) return;
    await disputeIn(session, { caseId, on: news.on, at: event.at, ...(body.text === undefined ? {} : { text: body.text }) });
  } else if (event.kind !== 'optOut') return;
  if (event.channel !== null) await optOutIn(session, { caseId, channel: event.channel as Channel | 'all', at: event.at });
  await resolveEventIn(session, { id: event.id, caseId, at: news.at });
}

import { POINT_KINDS } from '../../core/channel/index.ts';
import type { Channel, ContactPoint } from '../../core/case/index.ts';
import { CHANNELS } from '../../core/case/index.ts';
import { updateRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import type { Row } from '../schema/database.ts';
import { appendEvents } from './events.ts';
import { lockKnownCases } from './require-cases.ts';
import { sameCreditorAmong } from './same-creditor.ts';

/** A telephone or e-mail with whose it is. */
export type OwnedPoint = Row<'contact_points'> & { readonly document: string; readonly portfolio: string; readonly case_id: string };

/** Everybody of the portfolio's creditor who has one of these telephones or e-mails. */
export async function pointsOfCreditor(session: Session, portfolio: string, values: readonly string[]): Promise<OwnedPoint[]> {
  if (values.length === 0) return [];
  const rows = await session.db
    .selectFrom('contact_points')
    .innerJoin('debtors', 'debtors.id', 'contact_points.debtor_id')
    .innerJoin('cases', 'cases.debtor_id', 'debtors.id')
    .selectAll('contact_points')
    .select(['debtors.document', 'cases.portfolio', 'cases.id as case_id'])
    .where(inList(session, 'contact_points.value', values))
    .where('contact_points.kind', 'in', ['mobile', 'landline', 'email'])
    .where('debtors.erased_at', 'is', null)
    .execute();
  const sameCreditor = await sameCreditorAmong(session, [portfolio, ...rows.map((row) => row.portfolio)]);
  return rows.filter((row) => sameCreditor(portfolio, row.portfolio));
}

/** The channels by which a point of this kind is reached, out of those that were asked to stop. */
export function channelsToSilence(kind: string, stops: Channel | 'all'): Channel[] {
  return CHANNELS.filter((channel) => (stops === 'all' || stops === channel) && POINT_KINDS[channel].includes(kind as ContactPoint['kind']));
}

/** The consent of a point with these channels refused; undefined when they were refused already. */
export function withRefused(consent: string, channels: readonly Channel[]): string | undefined {
  const before = JSON.parse(consent) as ContactPoint['consent'];
  if (channels.every((channel) => before[channel] === false)) return undefined;
  return JSON.stringify({ ...before, ...Object.fromEntries(channels.map((channel) => [channel, false])) });
}

export async function silenceContactPoint(store: Store, input: Parameters<Ledger['silenceContactPoint']>[0]): Promise<void> {
  await store.write(async (session) => {
    const found = await pointsOfCreditor(session, input.portfolio, [input.value]);
    await lockKnownCases(
      session,
      found.map((point) => point.case_id),
    );
    const changed = found.flatMap((point) => {
      const consent = withRefused(point.consent, channelsToSilence(point.kind, input.channel));
      return consent === undefined ? [] : [{ ...point, consent }];
    });
    await updateRows(session, 'contact_points', ['id'], ['consent'], changed);
    await appendEvents(
      session,
      changed.map((point) => ({
        caseId: point.case_id,
        at: input.at,
        kind: 'contact-point.silenced',
        data: { contactPointId: point.id, channel: input.channel },
      })),
    );
  });
}

import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { parseList } from '../rows/debtor-rows.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';
import { wake } from './schedule.ts';

type OptOut = Parameters<Ledger['recordOptOut']>[0];
type Dispute = Parameters<Ledger['recordDispute']>[0];

export async function recordOptOut(store: Store, input: OptOut): Promise<void> {
  await store.write((session) => optOutIn(session, input));
}

export async function optOutIn(session: Session, input: OptOut): Promise<void> {
  await lockCases(session, [input.caseId]);
  const { debtor_id: debtorId } = await session.db.selectFrom('cases').select('debtor_id').where('id', '=', input.caseId).executeTakeFirstOrThrow();
  const { opted_out: before } = await session.db.selectFrom('debtors').select('opted_out').where('id', '=', debtorId).executeTakeFirstOrThrow();
  const channels = parseList(before);
  if (!channels.includes(input.channel)) {
    await session.db
      .updateTable('debtors')
      .set({ opted_out: JSON.stringify([...channels, input.channel]) })
      .where('id', '=', debtorId)
      .execute();
  }
  await appendEvents(session, [{ caseId: input.caseId, at: input.at, kind: 'debtor.opted-out', data: { channel: input.channel } }]);
}

/** Without `debtIds` every open debt is meant; `resolved` ends the contest. */
export async function recordDispute(store: Store, input: Dispute): Promise<void> {
  await store.write((session) => disputeIn(session, input));
}

export async function disputeIn(session: Session, input: Dispute): Promise<void> {
  await lockCases(session, [input.caseId]);
  let update = session.db
    .updateTable('debts')
    .set({ contested_on: input.resolved ? null : input.on })
    .where('case_id', '=', input.caseId);
  if (input.debtIds) update = update.where(inList(session, 'id', input.debtIds));
  else if (!input.resolved) update = update.where('status', '=', 'open');
  // The first day of a contest stands when it is reported again.
  if (!input.resolved) update = update.where('contested_on', 'is', null);
  await update.execute();
  await appendEvents(session, [
    {
      caseId: input.caseId,
      at: input.at,
      kind: input.resolved ? 'dispute.resolved' : 'dispute.opened',
      data: { on: input.on, ...(input.debtIds ? { debtIds: input.debtIds } : {}), ...(input.text === undefined ? {} : { personal: { text: input.text } }) },
    },
  ]);
  await wake(session, [input.caseId], input.on);
}

export async function recordDefaultReason(store: Store, input: Parameters<Ledger['recordDefaultReason']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    await session.db
      .updateTable('debtors')
      .set({ default_reason: input.reason })
      .where('id', '=', session.db.selectFrom('cases').select('debtor_id').where('id', '=', input.caseId))
      .execute();
    // Illness and bereavement are sensitive data (LGPD 11): blanked with the rest.
    await appendEvents(session, [{ caseId: input.caseId, at: input.at, kind: 'debtor.default-reason', data: { personal: { reason: input.reason } } }]);
  });
}

export async function recordSurvey(store: Store, input: Parameters<Ledger['recordSurvey']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    await appendEvents(session, [
      {
        caseId: input.caseId,
        at: input.at,
        kind: 'survey.answered',
        data: { score: input.score, ...(input.comment === undefined ? {} : { personal: { comment: input.comment } }) },
      },
    ]);
  });
}

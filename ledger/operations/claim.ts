import type { Case, ContactStatus } from '../../core/case/index.ts';
import { addDays } from '../../core/civil-date.ts';
import type { CountedContact } from '../../core/guard/frequency.ts';
import { ContactDays } from '../../core/guard/frequency.ts';
import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import type { ClaimInput, ClaimResult } from '../ledger.ts';
import { fromClaim, toContact } from '../rows/contact-rows.ts';
import { defined } from '../rows/defined.ts';
import type { Row } from '../schema/database.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import { loadCasesIn } from './load-cases.ts';
import { unknownCase } from './require-cases.ts';

/**
 * The claim that keeps a message from leaving twice.
 *
 * One block of one step in one cycle is done once: a second claim gets `already`, whatever channel it asks for, as long as the first one may
 * have reached the debtor (claimed, composed, sent, delivered, read, answered or unknown). Only when every earlier attempt is `failed`, and only on a
 * channel that was not tried, a next attempt is made: the next best channel after a bounce, never the same one blindly. The tables hold
 * the same rule by two unique keys, over (block, attempt number) and over (block, channel).
 *
 * Caps count as the guard counts (`ContactDays`), over every contact of the debtor: the same CPF or CNPJ, in every portfolio of this ledger. Failed
 * ones don't count unless a receipt says otherwise, or the next best channel could never be used.
 */
export async function claim(store: Store, claims: readonly ClaimInput[]): Promise<ClaimResult[]> {
  if (claims.length === 0) return [];
  return store.write(
    async (session) => {
      const debtorOf = await lockWithSiblings(session, [...new Set(claims.map(({ caseId }) => caseId))]);
      store.remembered?.forget([...debtorOf.keys()]);
      return claimIn(session, claims, debtorOf);
    },
    { touched: 'none' },
  );
}

/** @see Ledger.claimNow */
export async function claimNow(
  store: Store,
  caseIds: readonly string[],
  decide: (cases: ReadonlyMap<string, Case>) => readonly ClaimInput[],
): Promise<ClaimResult[]> {
  if (caseIds.length === 0) return [];
  return store.write(
    async (session) => {
      const debtorOf = await lockWithSiblings(session, [...new Set(caseIds)]);
      const claims = decide(
        await loadCasesIn(
          session,
          [...debtorOf.keys()].filter((id) => caseIds.includes(id)),
        ),
      );
      store.remembered?.forget([...debtorOf.keys()]);
      return claims.length === 0 ? [] : claimIn(session, claims, debtorOf);
    },
    { touched: 'none' },
  );
}

async function claimIn(session: Session, claims: readonly ClaimInput[], debtorOf: ReadonlyMap<string, string>): Promise<ClaimResult[]> {
  const attempts = await earlierAttempts(session, claims);
  const reached = await contactDays(session, claims, debtorOf);
  const rows: Row<'contacts'>[] = [];
  const contents: Row<'contact_contents'>[] = [];
  const events: NewEvent[] = [];
  const results = claims.map((claim): ClaimResult => {
    const key = keyOf(claim.caseId, claim.cadenceId, claim.stepId, claim.blockId, claim.cycle);
    const tried = attempts.get(key) ?? [];
    const standing = tried.find((row) => row.status !== 'failed') ?? tried.find((row) => row.channel === claim.channel);
    if (standing) return { kind: 'already', contact: toContact(standing) };
    const days = reached.get(debtorOf.get(claim.caseId)!);
    if (claim.caps && days && !days.room(claim.localDate, claim.caps).free) return { kind: 'capped' };
    const row = fromClaim(claim, newId(claim.at), Math.max(0, ...tried.map((attempt) => attempt.attempt)) + 1);
    rows.push(row);
    contents.push({ contact_id: row.id, subject: claim.content.subject ?? null, text: claim.content.text, variant: claim.content.variant ?? null });
    events.push({
      caseId: claim.caseId,
      at: claim.at,
      kind: 'contact.claimed',
      data: { contactId: row.id, channel: claim.channel, purpose: claim.purpose, stepId: claim.stepId, blockId: claim.blockId, attempt: row.attempt },
    });
    attempts.set(key, [...tried, row]);
    days?.add(claim.localDate);
    return { kind: 'claimed', contactId: row.id };
  });
  await insertRows(session, 'contacts', rows);
  await insertRows(session, 'contact_contents', contents);
  await appendEvents(session, events);
  return results;
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** Locks the cases and every other case of the same debtors, so that two claims for one person are decided one after the other. */
async function lockWithSiblings(session: Session, ids: readonly string[]): Promise<Map<string, string>> {
  const documents = session.db
    .selectFrom('cases')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .select('debtors.document')
    .where(inList(session, 'cases.id', ids));
  const query = session.db
    .selectFrom('cases')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .select(['cases.id', 'debtors.document'])
    .where('debtors.document', 'in', documents)
    .orderBy('cases.id');
  const rows = await (session.engine === 'postgres' ? query.forNoKeyUpdate('cases') : query).execute();
  const debtorOf = new Map(rows.map((row) => [row.id, row.document]));
  for (const id of ids) if (!debtorOf.has(id)) throw unknownCase(id);
  return debtorOf;
}

async function earlierAttempts(session: Session, claims: readonly ClaimInput[]): Promise<Map<string, Row<'contacts'>[]>> {
  const rows = await session.db
    .selectFrom('contacts')
    .selectAll()
    .where(inList(session, 'case_id', [...new Set(claims.map((claim) => claim.caseId))]))
    .where(inList(session, 'step_id', [...new Set(claims.map((claim) => claim.stepId))]))
    .orderBy('attempt')
    .execute();
  const attempts = new Map<string, Row<'contacts'>[]>();
  for (const row of rows) {
    const key = keyOf(row.case_id, row.cadence_id, row.step_id, row.block_id, row.cycle);
    attempts.set(key, [...(attempts.get(key) ?? []), row]);
  }
  return attempts;
}

/** The days on which each debtor was, or may have been, reached, by the guard's own count: a week around every day that is asked about. */
async function contactDays(session: Session, claims: readonly ClaimInput[], debtorOf: ReadonlyMap<string, string>): Promise<Map<string, ContactDays>> {
  const dates = claims
    .filter((claim) => claim.caps)
    .map((claim) => claim.localDate)
    .sort();
  if (dates.length === 0) return new Map();
  const rows = await session.db
    .selectFrom('contacts')
    .select(['case_id', 'local_date', 'status', 'delivered_at', 'answered_at'])
    .where(inList(session, 'case_id', [...debtorOf.keys()]))
    .where('local_date', '>=', addDays(dates[0]!, -6))
    .where('local_date', '<=', addDays(dates.at(-1)!, 6))
    .execute();
  const contacts = new Map<string, CountedContact[]>([...debtorOf.values()].map((debtor) => [debtor, []]));
  for (const row of rows) {
    contacts
      .get(debtorOf.get(row.case_id)!)!
      .push(
        defined<CountedContact>({ status: row.status as ContactStatus, localDate: row.local_date, deliveredAt: row.delivered_at, answeredAt: row.answered_at }),
      );
  }
  return new Map([...contacts].map(([debtor, ofDebtor]) => [debtor, new ContactDays(ofDebtor)]));
}

import { upsertRow } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';

type EntryToSave = Parameters<Ledger['saveBureauEntry']>[0];
type FilingToSave = Parameters<Ledger['saveFiling']>[0];

export async function saveBureauEntry(store: Store, input: EntryToSave): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    await saveBureauEntryIn(session, input);
  });
}

/** The caller holds the case. */
export async function saveBureauEntryIn(session: Session, input: EntryToSave): Promise<void> {
  await upsertRow(session, 'bureau_entries', ['id'], {
    id: input.id,
    case_id: input.caseId,
    provider: input.provider,
    debt_ids: JSON.stringify(input.debtIds),
    amount: input.amount,
    status: input.status,
    requested_on: input.requestedOn,
    registered_on: input.registeredOn ?? null,
    removal_requested_on: input.removalRequestedOn ?? null,
    removed_on: input.removedOn ?? null,
  });
  await appendEvents(session, [
    { caseId: input.caseId, at: input.at, kind: `bureau.${input.status}`, data: { entryId: input.id, provider: input.provider, amount: input.amount } },
  ]);
}

export async function saveFiling(store: Store, input: FilingToSave): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    await saveFilingIn(session, input);
  });
}

/** The caller holds the case. */
export async function saveFilingIn(session: Session, input: FilingToSave): Promise<void> {
  await upsertRow(session, 'filings', ['id'], {
    id: input.id,
    case_id: input.caseId,
    prepared_on: input.preparedOn,
    amount: input.amount,
    status: input.status,
    filed_on: input.filedOn ?? null,
    docket: input.docket ?? null,
  });
  await appendEvents(session, [
    {
      caseId: input.caseId,
      at: input.at,
      kind: `filing.${input.status}`,
      data: { filingId: input.id, amount: input.amount, ...(input.docket === undefined ? {} : { personal: { docket: input.docket } }) },
    },
  ]);
}

import { upsertRow } from '../bulk.ts';
import type { Store } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';

export async function saveBureauEntry(store: Store, input: Parameters<Ledger['saveBureauEntry']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
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
  });
}

export async function saveFiling(store: Store, input: Parameters<Ledger['saveFiling']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
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
  });
}

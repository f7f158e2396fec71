import { insertRows, upsertRow } from '../bulk.ts';
import type { Store } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { appendEvents } from './events.ts';
import { lockCases } from './require-cases.ts';
import { wake } from './schedule.ts';

export async function savePromise(store: Store, input: Parameters<Ledger['savePromise']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    await upsertRow(session, 'promises', ['id'], {
      id: input.id,
      case_id: input.caseId,
      made_on: input.madeOn,
      due_on: input.dueOn,
      amount: input.amount,
      status: input.status,
    });
    await appendEvents(session, [
      {
        caseId: input.caseId,
        at: input.at,
        kind: `promise.${input.status === 'open' ? 'made' : input.status}`,
        data: { promiseId: input.id, dueOn: input.dueOn, amount: input.amount },
      },
    ]);
    await wake(session, [input.caseId], input.madeOn);
  });
}

/** Replaces the instalments with those given. */
export async function saveAgreement(store: Store, input: Parameters<Ledger['saveAgreement']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    await upsertRow(session, 'agreements', ['id'], {
      id: input.id,
      case_id: input.caseId,
      made_on: input.madeOn,
      debt_ids: JSON.stringify(input.debtIds),
      original_total: input.originalTotal,
      total: input.total,
      status: input.status,
      broken_on: input.brokenOn ?? null,
    });
    await session.db.deleteFrom('agreement_installments').where('agreement_id', '=', input.id).execute();
    await insertRows(
      session,
      'agreement_installments',
      input.installments.map((installment) => ({
        agreement_id: input.id,
        number: installment.number,
        due_date: installment.dueDate,
        amount: installment.amount,
        paid_on: installment.paidOn ?? null,
        paid_amount: installment.paidAmount ?? null,
      })),
    );
    await appendEvents(session, [
      {
        caseId: input.caseId,
        at: input.at,
        kind: `agreement.${input.status === 'active' ? 'made' : input.status}`,
        data: { agreementId: input.id, total: input.total, installments: input.installments.length },
      },
    ]);
    await wake(session, [input.caseId], input.brokenOn ?? input.madeOn);
  });
}

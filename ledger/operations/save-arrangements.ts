import { insertRows, upsertRow } from '../bulk.ts';
import type { Agreement } from '../../core/case/index.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import type { Session, Store } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import { loadCasesIn } from './load-cases.ts';
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

/** A debt has one agreement in force at most: two would ask for it twice, and nobody could say which one a payment keeps. */
export async function saveAgreement(store: Store, input: Parameters<Ledger['saveAgreement']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    const { agreements } = (await loadCasesIn(session, [input.caseId])).get(input.caseId)!;
    if (agreements.some(({ id }) => id === input.id)) return;
    if (input.status === 'active') refuseOverlap(input, agreements);
    await insertAgreement(session, input.caseId, input);
    await appendEvents(session, [agreementEvent(input.caseId, input, input.at)]);
    await wake(session, [input.caseId], input.brokenOn ?? input.madeOn);
  });
}

/** The caller holds the case. */
export async function insertAgreement(session: Session, caseId: string, agreement: Agreement): Promise<void> {
  const { id, madeOn, debtIds, originalTotal, total, status, brokenOn, installments } = agreement;
  await insertRows(session, 'agreements', [
    {
      id,
      case_id: caseId,
      made_on: madeOn,
      debt_ids: JSON.stringify(debtIds),
      original_total: originalTotal,
      total,
      status,
      broken_on: brokenOn ?? null,
    },
  ]);
  await insertRows(
    session,
    'agreement_installments',
    installments.map((installment) => ({
      agreement_id: id,
      number: installment.number,
      due_date: installment.dueDate,
      amount: installment.amount,
      paid_on: installment.paidOn ?? null,
      paid_amount: installment.paidAmount ?? null,
      waived: installment.waived ?? null,
    })),
  );
}

export const agreementEvent = (caseId: string, { id, status, total, installments }: Agreement, at: string): NewEvent => ({
  caseId,
  at,
  kind: `agreement.${status === 'active' ? 'made' : status}`,
  data: { agreementId: id, total, installments: installments.length },
});

function refuseOverlap(agreement: Agreement, others: readonly Agreement[]): void {
  const other = others.find((one) => one.status === 'active' && sharesDebts(one, agreement));
  if (!other) return;
  throw new ReguaError(
    'ledger.agreement-overlap',
    `Já há um acordo em vigor sobre estas dívidas, feito em ${formatCivilDate(other.madeOn)}. Desfaça-o antes, ou faça o novo só com as dívidas que ficaram de fora.`,
    { field: 'debtIds' },
  );
}

/** One that names no debt covers all of them. */
function sharesDebts(a: Agreement, b: Agreement): boolean {
  return a.debtIds.length === 0 || b.debtIds.length === 0 || a.debtIds.some((id) => b.debtIds.includes(id));
}

import type { Case } from '../../core/case/index.ts';
import type { Imputation, Share } from '../../core/payment/index.ts';
import { insertRows, updateRows } from '../bulk.ts';
import type { Session } from '../engine.ts';
import { inList } from '../engine.ts';
import type { NewRow } from '../schema/database.ts';
import type { NewEvent } from './events.ts';
import { agreementEvent, insertAgreement } from './save-arrangements.ts';

/** A payment whose row is there, or about to be. */
export interface BookedPayment {
  readonly id: string;
  readonly caseId: string;
  readonly at: string;
}

/** Writes where a payment went and what it ended; gives the events for it. Shares follow those that the payment has already. */
export async function bookImputation(session: Session, payment: BookedPayment, subject: Case, result: Imputation): Promise<NewEvent[]> {
  const { id: paymentId, caseId, at } = payment;
  if (result.started) await insertAgreement(session, caseId, result.started);
  const first = await nextPosition(session, paymentId);
  await insertRows(
    session,
    'payment_allocations',
    result.shares.map((share, index) => allocationOf(payment, first + index, share)),
  );
  await insertRows(
    session,
    'waivers',
    result.waivers.map(({ debtId, amount, date, reason }) => ({ payment_id: paymentId, debt_id: debtId, case_id: caseId, amount, waived_on: date, reason })),
  );
  if (result.paidDebtIds.length > 0)
    await session.db
      .updateTable('debts')
      .set({ status: 'paid' })
      .where(inList(session, 'id', result.paidDebtIds))
      .execute();
  await updateRows(
    session,
    'agreement_installments',
    ['agreement_id', 'number'],
    ['paid_on', 'paid_amount', 'waived'],
    result.installments.map((installment) => ({
      agreement_id: installment.agreementId,
      number: installment.number,
      paid_on: installment.paidOn ?? null,
      paid_amount: installment.paidAmount ?? null,
      waived: installment.waived ?? null,
    })),
  );
  if (result.completedAgreementIds.length > 0)
    await session.db
      .updateTable('agreements')
      .set({ status: 'completed' })
      .where(inList(session, 'id', result.completedAgreementIds))
      .execute();
  const numberOf = new Map(subject.debts.map((debt) => [debt.id, debt.number]));
  return [
    ...(result.started ? [agreementEvent(caseId, result.started, at)] : []),
    ...result.waivers.map(({ debtId, amount, reason }) => ({ caseId, at, kind: 'debt.rest-waived', data: { paymentId, debtId, amount, reason } })),
    ...result.paidDebtIds.filter((debtId) => numberOf.has(debtId)).map((debtId) => ({ caseId, at, kind: 'debt.paid', data: { debtId } })),
    ...result.completedAgreementIds.map((agreementId) => ({ caseId, at, kind: 'agreement.completed', data: { agreementId } })),
  ];
}

export function allocationOf(payment: Pick<BookedPayment, 'id' | 'caseId'>, position: number, share: Share): NewRow<'payment_allocations'> {
  return {
    payment_id: payment.id,
    position,
    case_id: payment.caseId,
    debt_id: share.debtId ?? null,
    agreement_id: share.agreementId ?? null,
    installment: share.installment ?? null,
    amount: share.amount,
  };
}

/** Positions are never used twice, so that rows which took another's place come after it. */
export async function nextPosition(session: Session, paymentId: string): Promise<number> {
  const last = await session.db
    .selectFrom('payment_allocations')
    .select('position')
    .where('payment_id', '=', paymentId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.position ?? 0) + 1;
}

import { reinstate, installmentReference } from '../../core/agreement/index.ts';
import { debtorPlace } from '../../core/calendar/index.ts';
import type { Agreement, Case, Payment } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import type { Row } from '../schema/database.ts';
import { allocationOf, nextPosition } from './book-imputation.ts';
import { appendEvents } from './events.ts';
import { keepPromises } from './keep-promises.ts';
import { loadCasesIn } from './load-cases.ts';
import { policiesOfCase } from './portfolio-policies.ts';
import { lockCases } from './require-cases.ts';
import { wake } from './schedule.ts';

/**
 * No payment is booked again: each one that came under the agreement is moved, on its own date, from the instalments to the debts. An agreement that
 * is not in force is left as it is.
 * @throws ReguaError `ledger.case-unknown`, `ledger.agreement-unknown`
 */
export async function breakAgreement(store: Store, input: Parameters<Ledger['breakAgreement']>[0]): Promise<Case> {
  const at = instant(input.at);
  return store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    const subject = (await loadCasesIn(session, [input.caseId])).get(input.caseId)!;
    const agreement = subject.agreements.find(({ id }) => id === input.agreementId);
    if (!agreement) throw new ReguaError('ledger.agreement-unknown', `Não encontrei o acordo "${input.agreementId}" neste caso.`, { field: 'agreementId' });
    if (agreement.status !== 'active') return subject;
    await bookWhatOnlyInstallmentsKnow(session, subject, agreement, input.on, at);
    const received = await receivedUnder(session, agreement.id);
    const policies = await policiesOfCase(session, subject.id);
    const back = reinstate(agreement, subject.debts, policies.contract, input.on, {
      place: debtorPlace(subject.debtor, policies),
      received: received.map((part): Payment => ({ date: part.paid_on, amount: part.amount })),
    });
    for (const [index, part] of received.entries())
      await move(
        session,
        part,
        back.moved.filter((moved) => moved.received === index),
      );
    const paid = back.debts.filter(({ status, id }) => status === 'paid' && subject.debts.some((debt) => debt.id === id && debt.status === 'open'));
    if (paid.length > 0)
      await session.db
        .updateTable('debts')
        .set({ status: 'paid' })
        .where(
          inList(
            session,
            'id',
            paid.map(({ id }) => id),
          ),
        )
        .execute();
    await session.db.updateTable('agreements').set({ status: 'broken', broken_on: input.on }).where('id', '=', agreement.id).execute();
    await appendEvents(session, [
      {
        caseId: subject.id,
        at,
        kind: 'agreement.broken',
        data: {
          agreementId: agreement.id,
          on: input.on,
          paid: back.paidUnderAgreement,
          moved: back.moved.map(({ debtId, amount }) => ({ debtId, amount })),
          excess: back.excess,
        },
      },
      ...paid.map(({ id }) => ({ caseId: subject.id, at, kind: 'debt.paid', data: { debtId: id } })),
    ]);
    await keepPromises(session, [subject.id], at);
    if (!input.inRun) await wake(session, [subject.id], input.on);
    return (await loadCasesIn(session, [subject.id])).get(subject.id)!;
  });
}

interface ReceivedPart {
  readonly payment_id: string;
  readonly position: number;
  readonly case_id: string;
  readonly installment: number | null;
  readonly agreement_id: string | null;
  readonly amount: number;
  readonly paid_on: string;
}

/** The parts of payments that stand on the agreement's instalments, in the order in which they came. */
async function receivedUnder(session: Session, agreementId: string): Promise<ReceivedPart[]> {
  return session.db
    .selectFrom('payment_allocations')
    .innerJoin('payments', 'payments.id', 'payment_allocations.payment_id')
    .select([
      'payment_allocations.payment_id',
      'payment_allocations.position',
      'payment_allocations.case_id',
      'payment_allocations.agreement_id',
      'payment_allocations.installment',
      'payment_allocations.amount',
      'payments.paid_on',
    ])
    .where('payment_allocations.agreement_id', '=', agreementId)
    .where('payment_allocations.debt_id', 'is', null)
    .orderBy('payments.paid_on')
    .orderBy('payments.id')
    .orderBy('payment_allocations.position')
    .execute();
}

/** The part's row gives way to one for each debt; what no debt needs becomes the payment's excess. */
async function move(session: Session, part: ReceivedPart, moved: readonly { readonly debtId: string; readonly amount: number }[]): Promise<void> {
  const first = await nextPosition(session, part.payment_id);
  await session.db.deleteFrom('payment_allocations').where('payment_id', '=', part.payment_id).where('position', '=', part.position).execute();
  await insertRows(
    session,
    'payment_allocations',
    moved.map(({ debtId, amount }, index) =>
      allocationOf({ id: part.payment_id, caseId: part.case_id }, first + index, {
        debtId,
        agreementId: part.agreement_id!,
        installment: part.installment!,
        amount,
      }),
    ),
  );
  const excess = part.amount - moved.reduce((sum, { amount }) => sum + amount, 0);
  if (excess > 0)
    await session.db
      .updateTable('payments')
      .set((update) => ({ excess: update('excess', '+', excess) }))
      .where('id', '=', part.payment_id)
      .execute();
}

/** Agreements that came in with instalments paid already have no payment for them: it is booked now, once, under the instalment's own reference. */
async function bookWhatOnlyInstallmentsKnow(session: Session, subject: Case, agreement: Agreement, on: string, at: string): Promise<void> {
  const known = new Map<number, number>();
  for (const part of await receivedUnder(session, agreement.id)) known.set(part.installment!, (known.get(part.installment!) ?? 0) + part.amount);
  for (const installment of agreement.installments) {
    const stated = installment.paidAmount ?? (installment.paidOn === undefined ? 0 : installment.amount);
    const missing = stated - (known.get(installment.number) ?? 0);
    if (missing <= 0) continue;
    const payment: Row<'payments'> = {
      id: newId(at),
      case_id: subject.id,
      reference: installmentReference(agreement, installment.number),
      amount: missing,
      excess: 0,
      reversed: 0,
      paid_on: installment.paidOn ?? (installment.dueDate < on ? installment.dueDate : on),
      source: 'import',
      at,
    };
    await insertRows(session, 'payments', [payment]);
    await insertRows(session, 'payment_allocations', [
      allocationOf({ id: payment.id, caseId: subject.id }, 1, { agreementId: agreement.id, installment: installment.number, amount: missing }),
    ]);
  }
}

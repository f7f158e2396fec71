import { sql } from 'kysely';
import { earliest, isCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { TEXT_LIMITS } from '../../core/limits.ts';
import { impute } from '../../core/payment/index.ts';
import { returnExcessTask } from '../../core/run/index.ts';
import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { documentKey } from '../documents.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { PaymentInput, PaymentResult } from '../ledger.ts';
import { localDateOf } from '../local-date.ts';
import { ALL_PORTFOLIOS, inPortfolio } from '../portfolio-scope.ts';
import { bookImputation } from './book-imputation.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import { findPaidDebt } from './find-paid-debt.ts';
import { keepPromises } from './keep-promises.ts';
import { loadCasesIn } from './load-cases.ts';
import { policiesOfCase } from './portfolio-policies.ts';
import { lockCases } from './require-cases.ts';
import { wake } from './schedule.ts';
import { openTaskIn } from './tasks.ts';

/**
 * `settled` says that the case owes nothing any more. `debtIds` are the debts that got a part of the money or were settled by it.
 * @throws ReguaError `ledger.payment` when the reference, amount or date is none
 */
export async function recordPayment(store: Store, payment: PaymentInput): Promise<PaymentResult> {
  check(payment);
  return store.write(async (session) => {
    await oneAtATime(session, payment.reference);
    const duplicate = await caseOfReference(session, payment);
    if (duplicate !== undefined) return { kind: 'duplicate', caseId: duplicate };
    const found = await findPaidDebt(session, payment);
    if ('unmatched' in found) {
      await keepUnmatched(session, payment, found.unmatched);
      return { kind: 'unmatched', reason: found.unmatched };
    }
    await lockCases(session, [found.caseId]);
    // Under the lock again: the provider may deliver one webhook twice at the same moment.
    if ((await caseOfReference(session, payment)) !== undefined) return { kind: 'duplicate', caseId: found.caseId };
    return apply(session, payment, found);
  });
}

async function apply(session: Session, payment: PaymentInput, found: { readonly caseId: string; readonly debtId?: string }): Promise<PaymentResult> {
  const { caseId } = found;
  const at = instant(payment.at);
  const subject = (await loadCasesIn(session, [caseId])).get(caseId)!;
  const policies = await policiesOfCase(session, caseId);
  const result = impute(subject, { amount: payment.amount, paidOn: payment.paidOn, debtId: found.debtId }, policies);
  const id = newId(at);
  await insertRows(session, 'payments', [
    {
      id,
      case_id: caseId,
      reference: payment.reference,
      amount: payment.amount,
      excess: result.excess,
      reversed: 0,
      paid_on: payment.paidOn,
      source: 'event',
      at,
    },
  ]);
  const consequences = await bookImputation(session, { id, caseId, at }, subject, result);
  await session.db
    .updateTable('unmatched_payments')
    .set({ resolved_at: at })
    .where('reference', '=', payment.reference)
    // What waited without a portfolio may have been meant for any.
    .where((where) =>
      where.or([where('portfolio', '=', ''), where('portfolio', '=', session.db.selectFrom('cases').select('portfolio').where('id', '=', caseId))]),
    )
    .execute();
  const events: NewEvent[] = [
    {
      caseId,
      at,
      kind: 'payment.applied',
      data: { paymentId: id, reference: payment.reference, amount: payment.amount, paidOn: payment.paidOn, shares: result.shares, excess: result.excess },
    },
    ...consequences,
    ...(result.excess === 0 ? [] : [{ caseId, at, kind: 'payment.excess', data: { paymentId: id, excess: result.excess } }]),
  ];
  await appendEvents(session, events);
  if (result.excess > policies.payment.toleranceCents) {
    const task = returnExcessTask(id, result.excess, subject.debtor, policies, localDateOf(at, subject.debtor));
    await openTaskIn(session, { caseId, ...task, createdAt: at });
  }
  await keepPromises(session, [caseId], at);
  // In a demonstration the days of the payments run ahead of the clock or behind it; the case is due either way.
  await wake(session, [caseId], earliest(payment.paidOn, localDateOf(at, subject.debtor)));

  const paid = new Set(result.paidDebtIds);
  const debtIds = new Set([...result.shares.flatMap((share) => (share.debtId === undefined ? [] : [share.debtId])), ...paid]);
  const settled = subject.debts.every((debt) => debt.status !== 'open' || paid.has(debt.id));
  return { kind: 'applied', caseId, debtIds: [...debtIds], settled, excess: result.excess };
}

/** The provider may deliver one webhook twice at the same moment, and the two may even name different cases; SQLite's writer holds the file anyway. */
async function oneAtATime(session: Session, reference: string): Promise<void> {
  if (session.engine === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended(${`payment:${reference}`}, 0))`.execute(session.db);
}

async function caseOfReference(session: Session, { reference, portfolio }: PaymentInput): Promise<string | undefined> {
  const row = await session.db
    .selectFrom('payments')
    .innerJoin('cases', 'cases.id', 'payments.case_id')
    .select('payments.case_id')
    .where('payments.reference', '=', reference)
    .where(inPortfolio('cases.portfolio', portfolio))
    .limit(1)
    .executeTakeFirst();
  return row?.case_id;
}

async function keepUnmatched(session: Session, payment: PaymentInput, reason: string): Promise<void> {
  await insertRows(
    session,
    'unmatched_payments',
    [
      {
        id: newId(payment.at),
        portfolio: payment.portfolio === ALL_PORTFOLIOS ? '' : payment.portfolio,
        reference: payment.reference,
        amount: payment.amount,
        paid_on: payment.paidOn,
        at: instant(payment.at),
        debt_id: payment.debtId ?? null,
        debt_number: payment.debtNumber ?? null,
        case_id: payment.caseId ?? null,
        document: payment.document === undefined ? null : documentKey(payment.document),
        reason,
        resolved_at: null,
      },
    ],
    { ignoreExisting: true },
  );
}

function check(payment: PaymentInput): void {
  const wrong = (field: string, message: string) => new ReguaError('ledger.payment', message, { field });
  if (payment.reference.trim() === '') throw wrong('reference', 'O pagamento precisa da identificação dada pelo provedor, para não ser lançado duas vezes.');
  const tooLong = (['reference', 'debtId', 'debtNumber', 'caseId', 'document'] as const).find((field) => (payment[field] ?? '').length > TEXT_LIMITS.reference);
  if (tooLong !== undefined)
    throw wrong(tooLong, `O que identifica o pagamento passa de ${TEXT_LIMITS.reference} caracteres. Confira se os campos não estão trocados.`);
  if (!Number.isSafeInteger(payment.amount) || payment.amount <= 0)
    throw wrong('amount', 'O valor do pagamento precisa ser maior que zero, em centavos inteiros.');
  if (!isCivilDate(payment.paidOn)) throw wrong('paidOn', `Não entendi a data do pagamento "${payment.paidOn}". Use o formato 2026-11-21.`);
}

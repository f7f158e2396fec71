import type { AgreementInstallment, Case } from '../../core/case/index.ts';
import { sql } from 'kysely';
import { isCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import type { Share } from '../../core/payment/index.ts';
import { impute, reopened, settlementRules, takeBack, unpaidBy } from '../../core/payment/index.ts';
import { agreementCovering } from '../../core/prescription/index.ts';
import { insertRows, updateRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { ReversalInput, ReversalResult } from '../ledger.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import type { Row } from '../schema/database.ts';
import { bookImputation } from './book-imputation.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import { reopenPromises } from './keep-promises.ts';
import { loadCasesIn } from './load-cases.ts';
import { policiesOfCase } from './portfolio-policies.ts';
import { lockCases } from './require-cases.ts';
import { wake } from './schedule.ts';

/**
 * The money goes out of the debts and instalments it went into, the rests let go beside it are owed again, and debts, agreement and promises stand as if
 * it had not come; steps and contacts stay as they are, so that nothing is said twice in the cycle that goes on. What another payment had left over
 * fills the gap first: who paid twice and got one back owes nothing.
 * @throws ReguaError `ledger.reversal`
 */
export async function reversePayment(store: Store, input: ReversalInput): Promise<ReversalResult> {
  check(input);
  return store.write(async (session) => {
    const known = await caseOfReversal(session, input);
    if (known !== undefined) return { kind: 'duplicate', caseId: known };
    const payment = await session.db
      .selectFrom('payments')
      .innerJoin('cases', 'cases.id', 'payments.case_id')
      .selectAll('payments')
      .where('payments.reference', '=', input.paymentReference)
      .where(inPortfolio('cases.portfolio', input.portfolio))
      // A table may give one reference to payments of several titles: one that still holds money is meant.
      .orderBy(sql`case when payments.reversed < payments.amount then 0 else 1 end`)
      .orderBy('payments.source')
      .orderBy('payments.id')
      .limit(1)
      .executeTakeFirst();
    if (!payment) return setAside(session, input);
    await lockCases(session, [payment.case_id]);
    // Under the lock again: the provider may deliver one webhook twice at the same moment.
    if ((await caseOfReversal(session, input)) !== undefined) return { kind: 'duplicate', caseId: payment.case_id };
    // Read again, too: another reversal may have changed it before the lock was ours.
    const held = await session.db.selectFrom('payments').selectAll().where('id', '=', payment.id).executeTakeFirstOrThrow();
    const left = held.amount - held.reversed;
    const amount = input.amount ?? left;
    if (left === 0) return { kind: 'refused', caseId: held.case_id, reason: 'Este pagamento já foi estornado por inteiro.' };
    if (amount > left) return { kind: 'refused', caseId: held.case_id, reason: 'O estorno é maior que o que resta deste pagamento.' };
    return apply(session, input, held, amount);
  });
}

async function apply(session: Session, input: ReversalInput, payment: Row<'payments'>, amount: number): Promise<ReversalResult> {
  const caseId = payment.case_id;
  const at = instant(input.at);
  const rows = await session.db.selectFrom('payment_allocations').selectAll().where('payment_id', '=', payment.id).orderBy('position').execute();
  const { excess, kept, taken } = takeBack({ excess: payment.excess, shares: rows.map(shareOf) }, amount);
  await session.db
    .updateTable('payments')
    .set({ excess, reversed: payment.reversed + amount })
    .where('id', '=', payment.id)
    .execute();
  for (const [index, row] of rows.entries()) if (kept[index] !== row.amount) await setAllocation(session, row, kept[index]!);
  const waived = taken.length === 0 ? [] : await session.db.selectFrom('waivers').select('debt_id').where('payment_id', '=', payment.id).execute();
  if (waived.length > 0) await session.db.deleteFrom('waivers').where('payment_id', '=', payment.id).execute();
  await insertRows(session, 'payment_reversals', [
    {
      id: newId(at),
      payment_id: payment.id,
      case_id: caseId,
      reference: input.reference,
      kind: input.reversalKind,
      amount,
      reversed_on: input.on,
      taken: JSON.stringify(taken),
      at,
    },
  ]);

  const agreementIds = await restoreInstallments(session, caseId, taken);
  const touched = new Set([...taken.flatMap(({ debtId }) => debtId ?? []), ...waived.map((row) => row.debt_id)]);
  const debtIds = await reopenDebts(session, caseId, touched, agreementIds);
  const events: NewEvent[] = [
    {
      caseId,
      at,
      kind: 'payment.reversed',
      data: {
        paymentId: payment.id,
        reference: input.reference,
        paymentReference: input.paymentReference,
        reversalKind: input.reversalKind,
        amount,
        on: input.on,
        taken,
        ...(input.note === undefined ? {} : { personal: { note: input.note } }),
      },
    },
    ...debtIds.map((debtId) => ({ caseId, at, kind: 'debt.reopened', data: { debtId } })),
    ...agreementIds.map((agreementId) => ({ caseId, at, kind: 'agreement.reopened', data: { agreementId } })),
    ...(await fillFromExcess(session, caseId, at)),
  ];
  await appendEvents(session, events);
  await reopenPromises(session, caseId, at);
  await wake(session, [caseId], input.on);
  const after = (await loadCasesIn(session, [caseId])).get(caseId)!;
  return {
    kind: 'reversed',
    caseId,
    amount,
    debtIds: debtIds.filter((id) => after.debts.some((debt) => debt.id === id && debt.status === 'open')),
    agreementIds,
  };
}

const shareOf = (row: Row<'payment_allocations'>): Share => ({
  ...(row.debt_id === null ? {} : { debtId: row.debt_id }),
  ...(row.agreement_id === null ? {} : { agreementId: row.agreement_id }),
  ...(row.installment === null ? {} : { installment: row.installment }),
  amount: row.amount,
});

async function setAllocation(session: Session, { payment_id: paymentId, position }: Row<'payment_allocations'>, amount: number): Promise<void> {
  const { db } = session;
  if (amount > 0) await db.updateTable('payment_allocations').set({ amount }).where('payment_id', '=', paymentId).where('position', '=', position).execute();
  else await db.deleteFrom('payment_allocations').where('payment_id', '=', paymentId).where('position', '=', position).execute();
}

/** @returns the agreements that had been kept to the end and are in force again */
async function restoreInstallments(session: Session, caseId: string, taken: readonly Share[]): Promise<string[]> {
  const subject = (await loadCasesIn(session, [caseId])).get(caseId)!;
  const changed = new Map<string, AgreementInstallment & { agreementId: string }>();
  for (const { agreementId, installment: number, amount } of taken) {
    if (agreementId === undefined || number === undefined) continue;
    const key = `${agreementId}:${number}`;
    const before = changed.get(key) ?? subject.agreements.find(({ id }) => id === agreementId)?.installments.find((one) => one.number === number);
    if (before) changed.set(key, { ...unpaidBy(before, amount), agreementId });
  }
  await updateRows(
    session,
    'agreement_installments',
    ['agreement_id', 'number'],
    ['paid_on', 'paid_amount', 'waived'],
    [...changed.values()].map(({ agreementId, number, paidOn, paidAmount, waived }) => ({
      agreement_id: agreementId,
      number,
      paid_on: paidOn ?? null,
      paid_amount: paidAmount ?? null,
      waived: waived ?? null,
    })),
  );
  const ids = new Set([...changed.values()].map(({ agreementId }) => agreementId));
  const again = subject.agreements.filter(({ id, status }) => status === 'completed' && ids.has(id)).map(({ id }) => id);
  if (again.length > 0)
    await session.db
      .updateTable('agreements')
      .set({ status: 'active' })
      .where(inList(session, 'id', again))
      .execute();
  return again;
}

async function reopenDebts(session: Session, caseId: string, touched: ReadonlySet<string>, agreementIds: readonly string[]): Promise<string[]> {
  const subject = (await loadCasesIn(session, [caseId])).get(caseId)!;
  const inForceAgain = { agreements: subject.agreements.filter(({ id }) => agreementIds.includes(id)) };
  const all = new Set([...touched, ...subject.debts.filter((debt) => agreementCovering(inForceAgain, debt.id)).map(({ id }) => id)]);
  const policies = await policiesOfCase(session, caseId);
  const ids = reopened(subject, all, settlementRules(policies, subject.debtor)).map(({ id }) => id);
  if (ids.length > 0)
    await session.db
      .updateTable('debts')
      .set({ status: 'open' })
      .where(inList(session, 'id', ids))
      .execute();
  return ids;
}

/** What other payments left over goes to what is owed again, oldest payment first. */
async function fillFromExcess(session: Session, caseId: string, at: string): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  const rows = await session.db
    .selectFrom('payments')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('excess', '>', 0)
    .orderBy('paid_on')
    .orderBy('id')
    .execute();
  const policies = await policiesOfCase(session, caseId);
  for (const row of rows) {
    const subject: Case = (await loadCasesIn(session, [caseId])).get(caseId)!;
    const result = impute(subject, { amount: row.excess, paidOn: row.paid_on }, policies);
    if (result.excess === row.excess) continue;
    events.push(...(await bookImputation(session, { id: row.id, caseId, at }, subject, result)));
    await session.db.updateTable('payments').set({ excess: result.excess }).where('id', '=', row.id).execute();
    events.push({ caseId, at, kind: 'payment.excess-applied', data: { paymentId: row.id, shares: result.shares, excess: result.excess } });
  }
  return events;
}

async function caseOfReversal(session: Session, { reference, portfolio }: ReversalInput): Promise<string | undefined> {
  const row = await session.db
    .selectFrom('payment_reversals')
    .innerJoin('cases', 'cases.id', 'payment_reversals.case_id')
    .select('payment_reversals.case_id')
    .where('payment_reversals.reference', '=', reference)
    .where(inPortfolio('cases.portfolio', portfolio))
    .executeTakeFirst();
  return row?.case_id;
}

/** Money that found no debt and went back leaves the list of what a person has to place. */
async function setAside(session: Session, input: ReversalInput): Promise<ReversalResult> {
  const row = await session.db
    .selectFrom('unmatched_payments')
    .selectAll()
    .where('reference', '=', input.paymentReference)
    .where(inPortfolio('portfolio', input.portfolio))
    .executeTakeFirst();
  if (!row) return { kind: 'not-found', reason: 'Não encontrei o pagamento a estornar. Confira a identificação dele no provedor.' };
  await session.db
    .updateTable('unmatched_payments')
    .set({ resolved_at: instant(input.at) })
    .where('id', '=', row.id)
    .where('resolved_at', 'is', null)
    .execute();
  return { kind: 'set-aside', reason: 'O pagamento estava sem título; saiu da lista.' };
}

function check(input: ReversalInput): void {
  const wrong = (field: string, message: string) => new ReguaError('ledger.reversal', message, { field });
  if (input.reference.trim() === '') throw wrong('reference', 'O estorno precisa de uma identificação própria, para não ser lançado duas vezes.');
  if (input.paymentReference.trim() === '') throw wrong('paymentReference', 'Diga qual pagamento foi estornado, pela identificação dele.');
  if (input.amount !== undefined && (!Number.isSafeInteger(input.amount) || input.amount <= 0))
    throw wrong('amount', 'O valor do estorno precisa ser maior que zero, em centavos inteiros.');
  if (!isCivilDate(input.on)) throw wrong('on', `Não entendi a data do estorno "${input.on}". Use o formato 2026-11-21.`);
}

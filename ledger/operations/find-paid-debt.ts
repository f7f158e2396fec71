import type { Session } from '../engine.ts';
import { documentKey } from '../documents.ts';
import type { PaymentInput } from '../ledger.ts';
import { inPortfolio } from '../portfolio-scope.ts';
import { casesFor } from './find-case.ts';

export type PaidDebt = { readonly caseId: string; readonly debtId?: string } | { readonly unmatched: string };

/** The most specific hint that leads somewhere within the payment's reach wins; two candidates are no match: a person decides, money is never guessed onto a debtor. */
export async function findPaidDebt(session: Session, payment: PaymentInput): Promise<PaidDebt> {
  if (payment.debtId !== undefined) {
    const row = await session.db
      .selectFrom('debts')
      .innerJoin('cases', 'cases.id', 'debts.case_id')
      .select(['debts.id', 'debts.case_id'])
      .where('debts.id', '=', payment.debtId)
      .where(inPortfolio('cases.portfolio', payment.portfolio))
      .executeTakeFirst();
    if (row) return { caseId: row.case_id, debtId: row.id };
  }
  if (payment.debtNumber !== undefined) {
    const rows = await debtsNumbered(session, payment, payment.debtNumber);
    if (rows.length === 1) return { caseId: rows[0]!.case_id, debtId: rows[0]!.id };
    if (rows.length > 1) return { unmatched: `Há ${rows.length} títulos com o número ${payment.debtNumber}. Informe também o CPF ou CNPJ de quem pagou.` };
  }
  if (payment.caseId !== undefined) {
    const [found] = await casesFor(session, { caseId: payment.caseId, portfolio: payment.portfolio });
    if (found) return { caseId: found.id };
  }
  if (payment.document !== undefined) {
    const ids = (await casesFor(session, { document: payment.document, portfolio: payment.portfolio })).map(({ id }) => id);
    const owing = ids.length > 1 ? await withOpenDebts(session, ids) : ids;
    if (owing.length === 1) return { caseId: owing[0]! };
    if (ids.length === 1) return { caseId: ids[0]! };
    if (ids.length > 1) return { unmatched: 'Quem pagou tem mais de um caso nesta base. Informe o número do título.' };
  }
  return {
    unmatched: 'Nenhum título foi encontrado com o que o pagamento informa. Confira o número do título ou o CPF/CNPJ e lance o pagamento no caso certo.',
  };
}

async function debtsNumbered(session: Session, payment: PaymentInput, number: string) {
  let query = session.db
    .selectFrom('debts')
    .innerJoin('cases', 'cases.id', 'debts.case_id')
    .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
    .select(['debts.id', 'debts.case_id'])
    .where('debts.number', '=', number)
    .where(inPortfolio('cases.portfolio', payment.portfolio));
  if (payment.caseId !== undefined) query = query.where('cases.id', '=', payment.caseId);
  if (payment.document !== undefined) query = query.where('debtors.document', '=', documentKey(payment.document));
  return query.execute();
}

async function withOpenDebts(session: Session, ids: readonly string[]): Promise<string[]> {
  const rows = await session.db
    .selectFrom('debts')
    .select('case_id')
    .distinct()
    .where('case_id', 'in', [...ids])
    .where('status', '=', 'open')
    .execute();
  return rows.map((row) => row.case_id);
}

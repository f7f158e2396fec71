import type { Agreement, AgreementInstallment, PromiseToPay } from '../../core/case/index.ts';
import type { Row } from '../schema/database.ts';
import { parseList } from './debtor-rows.ts';
import { defined } from './defined.ts';

export function toPromise(row: Row<'promises'>): PromiseToPay {
  return { id: row.id, madeOn: row.made_on, dueOn: row.due_on, amount: row.amount, status: row.status as PromiseToPay['status'] };
}

export function toInstallment(row: Row<'agreement_installments'>): AgreementInstallment {
  return defined<AgreementInstallment>({
    number: row.number,
    dueDate: row.due_date,
    amount: row.amount,
    paidOn: row.paid_on,
    paidAmount: row.paid_amount,
    waived: row.waived,
  });
}

export function toAgreement(row: Row<'agreements'>, installments: readonly AgreementInstallment[]): Agreement {
  return defined<Agreement>({
    id: row.id,
    madeOn: row.made_on,
    debtIds: parseList(row.debt_ids),
    originalTotal: row.original_total,
    total: row.total,
    installments,
    status: row.status as Agreement['status'],
    brokenOn: row.broken_on,
  });
}

import type { Debt, Payment, Waiver } from '../../core/case/index.ts';
import type { Row } from '../schema/database.ts';
import { defined } from './defined.ts';

export function toDebt(row: Row<'debts'>, payments: readonly Payment[], waivers?: readonly Waiver[]): Debt {
  return defined<Debt>({
    id: row.id,
    number: row.number,
    description: row.description,
    principal: row.principal,
    issuedOn: row.issued_on,
    dueDate: row.due_date,
    payments,
    abatement: row.abatement,
    waivers,
    status: row.status as Debt['status'],
    contestedOn: row.contested_on,
    paymentCode: row.payment_code,
  });
}

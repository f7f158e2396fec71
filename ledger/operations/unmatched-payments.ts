import { ReguaError } from '../../core/errors.ts';
import type { Store } from '../engine.ts';
import type { Ledger, PaymentResult, UnmatchedPayment } from '../ledger.ts';
import { ALL_PORTFOLIOS, inPortfolio } from '../portfolio-scope.ts';
import { toUnmatchedPayment } from '../rows/unmatched-payment-rows.ts';
import { recordPayment } from './record-payment.ts';

/** Oldest first. */
export async function unmatchedPayments(store: Store, query: Parameters<Ledger['unmatchedPayments']>[0]): Promise<UnmatchedPayment[]> {
  let select = store.db.selectFrom('unmatched_payments').selectAll().where(inPortfolio('portfolio', query.portfolio)).orderBy('at').orderBy('id');
  if (query.status !== 'all') select = select.where('resolved_at', 'is', null);
  return (await select.execute()).map(toUnmatchedPayment);
}

/**
 * The payment as it came, on the case or debt that a person names within its own portfolio; what it said of itself led nowhere and is left out.
 * @throws ReguaError `ledger.unmatched-unknown`, `ledger.unmatched-which`, `ledger.unmatched-target`
 */
export async function assignPayment(store: Store, input: Parameters<Ledger['assignPayment']>[0]): Promise<PaymentResult> {
  const { reference, portfolio, at, ...target } = input;
  const rows = await store.db
    .selectFrom('unmatched_payments')
    .selectAll()
    .where('reference', '=', reference)
    .where(inPortfolio('portfolio', portfolio))
    .orderBy('portfolio')
    .execute();
  const [row] = rows;
  if (!row) throw new ReguaError('ledger.unmatched-unknown', `Não há pagamento sem título com a identificação "${reference}".`, { field: 'reference' });
  if (rows.length > 1) {
    const names = rows.map((one) => (one.portfolio === '' ? 'sem carteira' : `"${one.portfolio}"`)).join(', ');
    throw new ReguaError('ledger.unmatched-which', `Há ${rows.length} pagamentos com a identificação "${reference}": ${names}. Diga de qual carteira.`, {
      field: 'portfolio',
    });
  }
  if (Object.values(target).every((value) => value === undefined))
    throw new ReguaError('ledger.unmatched-target', 'Diga em que caso ou título lançar: código do caso, número do título ou CPF/CNPJ.', { field: 'caseId' });
  // Money that came by one creditor's door is never placed on another's debtor; what came by none goes where it is put.
  const reach = row.portfolio === '' ? (portfolio === '' ? ALL_PORTFOLIOS : portfolio) : row.portfolio;
  return recordPayment(store, { reference, portfolio: reach, amount: row.amount, paidOn: row.paid_on, at, ...target });
}

import { ReguaError } from '../../core/errors.ts';
import type { Store } from '../engine.ts';
import type { Ledger, PaymentResult, UnmatchedPayment } from '../ledger.ts';
import { toUnmatchedPayment } from '../rows/unmatched-payment-rows.ts';
import { recordPayment } from './record-payment.ts';

/** Oldest first. */
export async function unmatchedPayments(store: Store, query: Parameters<Ledger['unmatchedPayments']>[0] = {}): Promise<UnmatchedPayment[]> {
  let select = store.db.selectFrom('unmatched_payments').selectAll().orderBy('at').orderBy('id');
  if (query.status !== 'all') select = select.where('resolved_at', 'is', null);
  return (await select.execute()).map(toUnmatchedPayment);
}

/**
 * The payment as it came, on the case or debt that a person names; what it said of itself led nowhere and is left out.
 * @throws ReguaError `ledger.unmatched-unknown`, `ledger.unmatched-target`
 */
export async function assignPayment(store: Store, input: Parameters<Ledger['assignPayment']>[0]): Promise<PaymentResult> {
  const { reference, at, ...target } = input;
  const row = await store.db.selectFrom('unmatched_payments').selectAll().where('reference', '=', reference).executeTakeFirst();
  if (!row) throw new ReguaError('ledger.unmatched-unknown', `Não há pagamento sem título com a identificação "${reference}".`, { field: 'reference' });
  if (Object.values(target).every((value) => value === undefined))
    throw new ReguaError('ledger.unmatched-target', 'Diga em que caso ou título lançar: código do caso, número do título ou CPF/CNPJ.', { field: 'caseId' });
  return recordPayment(store, { reference, amount: row.amount, paidOn: row.paid_on, at, ...target });
}

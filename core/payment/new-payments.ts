import type { Payment } from '../case/index.ts';

/**
 * Which payments of an imported debt are news.
 *
 * With a reference, the reference decides. Without one, the same date and amount is the same payment (two equal ones on one day are two). What is
 * then left is read as ERPs mean "valor pago": the total paid of the title so far, under the date of the last payment. So one remaining amount that is
 * at least all that is known stands for it, and only the difference is new: a payment that arrived first by the bank's event and then by the ERP, with
 * another settlement date, is not counted twice. A smaller amount on another date is a payment of its own.
 * @param returned payments that went back to the payer: a table that still shows one brings no news, and they count in no total
 */
export function newPayments(known: readonly Payment[], imported: readonly Payment[], returned: readonly Payment[] = []): Payment[] {
  const unexplained = [...known, ...returned];
  const news: Payment[] = [];
  const rest: Payment[] = [];
  for (const payment of imported) {
    const match = unexplained.findIndex((other) => isSame(payment, other));
    if (match >= 0) unexplained.splice(match, 1);
    else if (payment.reference !== undefined) news.push(payment);
    else rest.push(payment);
  }
  const total = known.reduce((sum, payment) => sum + payment.amount, 0);
  const [only] = rest;
  if (only && rest.length === 1 && imported.length === 1 && total > 0 && only.amount >= total) {
    const difference = only.amount - total;
    return difference === 0 ? [] : [{ date: only.date, amount: difference }];
  }
  return [...news, ...rest];
}

/** Does a table still show money that went back? */
export function tellsOf(imported: readonly Payment[], returned: readonly Payment[]): boolean {
  return imported.some((payment) => returned.some((other) => isSame(payment, other)));
}

function isSame(payment: Payment, other: Payment): boolean {
  return payment.reference !== undefined && other.reference !== undefined
    ? other.reference === payment.reference
    : other.date === payment.date && other.amount === payment.amount;
}

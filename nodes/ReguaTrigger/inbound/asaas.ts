/** Asaas says a payment twice, when it is confirmed and when the money is there; only money that is there settles a debt. */
const RECEIVED = new Set(['PAYMENT_RECEIVED', 'PAYMENT_RECEIVED_IN_CASH']);

/** What undoes them. A chargeback that is only asked for may still be won, and of a refund in part the webhook's own fields don't say how much. */
const RETURNED = new Set(['PAYMENT_REFUNDED', 'PAYMENT_RECEIVED_IN_CASH_UNDONE']);

export interface AsaasBody {
  readonly event: string;
  readonly payment: {
    readonly id?: string;
    readonly status?: string;
    readonly value?: number;
    readonly paymentDate?: string | null;
    readonly clientPaymentDate?: string | null;
    readonly externalReference?: string | null;
  };
}

export function isAsaas(body: object): body is AsaasBody {
  const { event, payment } = body as Partial<AsaasBody>;
  return typeof event === 'string' && event.startsWith('PAYMENT_') && typeof payment === 'object' && payment !== null;
}

/**
 * An Asaas webhook as a payment or reversal of ours, or null when it says nothing that concerns us. `externalReference` holds the number of the
 * título, as whoever made the charge at Asaas put it there.
 */
export function fromAsaas({ event, payment }: AsaasBody): object | null {
  // Money taken in cash and taken back may still come by the same charge's Pix: it is a payment of its own. It is told by an event of its own or by the charge's
  // status; "Ler aviso de pagamento" calls it the same, so that what comes by both doors is one payment.
  const inCash = event.startsWith('PAYMENT_RECEIVED_IN_CASH') || payment.status === 'RECEIVED_IN_CASH';
  const reference = `asaas:${payment.id ?? ''}${inCash ? ':dinheiro' : ''}`;
  if (RETURNED.has(event)) return { event: 'reversal', paymentReference: reference, reversalKind: event === 'PAYMENT_REFUNDED' ? 'refund' : 'mistake' };
  if (!RECEIVED.has(event)) return null;
  return {
    event: 'payment',
    reference,
    amount: payment.value,
    ...(payment.clientPaymentDate || payment.paymentDate ? { paidOn: payment.clientPaymentDate || payment.paymentDate } : {}),
    ...(payment.externalReference ? { debtNumber: payment.externalReference } : {}),
  };
}

/** Asaas says a payment twice, when it is confirmed and when the money is there; only money that is there settles a debt. */
const RECEIVED = new Set(['PAYMENT_RECEIVED', 'PAYMENT_RECEIVED_IN_CASH']);

export interface AsaasBody {
  readonly event: string;
  readonly payment: {
    readonly id?: string;
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
 * An Asaas webhook as a payment of ours, or null when it says nothing that concerns us. `externalReference` holds the number of the
 * título, as whoever made the charge at Asaas put it there.
 */
export function fromAsaas({ event, payment }: AsaasBody): object | null {
  if (!RECEIVED.has(event)) return null;
  return {
    event: 'payment',
    reference: `asaas:${payment.id ?? ''}`,
    amount: payment.value,
    ...(payment.clientPaymentDate || payment.paymentDate ? { paidOn: payment.clientPaymentDate || payment.paymentDate } : {}),
    ...(payment.externalReference ? { debtNumber: payment.externalReference } : {}),
  };
}

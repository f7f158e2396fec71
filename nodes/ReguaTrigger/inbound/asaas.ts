import { noticeEventJson, readNotice } from '../../../core/payment-notice/index.ts';
import { centsToDecimal } from '../../../core/money.ts';

export function isAsaas(body: object): boolean {
  const { event, payment } = body as { readonly event?: unknown; readonly payment?: unknown };
  return typeof event === 'string' && event.startsWith('PAYMENT_') && typeof payment === 'object' && payment !== null;
}

/**
 * An Asaas webhook as payments and reversals of ours, by the table that "Ler aviso de pagamento" reads it by: what comes through both doors is one payment.
 * What only a person can judge (a chargeback that is asked for, a word that is not known) is handed out beside them.
 */
export function fromAsaas(body: object): { readonly events: object[]; readonly toSee: { readonly body: object; readonly reason: string }[] } {
  const { events, problems } = readNotice('asaas', { body });
  return {
    events: events.flatMap(({ booking, yourReference, paidOn }): object[] => {
      if (booking === undefined) return [];
      if (booking.act === 'pay') {
        const { reference, amount } = booking;
        return [
          {
            event: 'payment',
            reference,
            amount: centsToDecimal(amount),
            ...(paidOn === undefined ? {} : { paidOn }),
            ...(yourReference === undefined ? {} : { debtNumber: yourReference }),
          },
        ];
      }
      const { reference, paymentReference, reversalKind, amount } = booking;
      return [
        {
          event: 'reversal',
          reference,
          paymentReference,
          reversalKind,
          ...(amount === undefined ? {} : { amount: centsToDecimal(amount) }),
          ...(paidOn === undefined ? {} : { on: paidOn }),
        },
      ];
    }),
    toSee: problems.map(({ eventId, message }) => {
      const about = events.find(({ id }) => id === eventId);
      return { body: about === undefined ? {} : noticeEventJson(about), reason: message };
    }),
  };
}

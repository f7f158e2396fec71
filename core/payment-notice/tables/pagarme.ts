import { CANCELLED_THERE, CONTESTED, note } from '../shape.ts';
import type { Meaning, NoticeShape, NoticeTable } from '../shape.ts';

const PART_CANCELLED: Meaning = {
  kind: 'refunded-in-part',
  see: 'Parte da cobrança foi devolvida, e o aviso não diz quanto de cada vez. Confira na Pagar.me e estorne a parte no nó "Pagamentos".',
};

const CHARGE_STATUSES: NoticeShape = {
  from: 'lookup',
  has: ['id', 'status', 'payment_method'],
  status: ['status'],
  meanings: {
    paid: { kind: 'paid', orElse: ['amount'] },
    overpaid: { kind: 'paid' },
    underpaid: { kind: 'paid' },
    refunded: { kind: 'reversed' },
    chargedback: { kind: 'charged-back' },
    partial_canceled: PART_CANCELLED,
    canceled: CANCELLED_THERE,
    ...note('pending', 'processing', 'failed'),
  },
  theirId: ['id'],
  yourReference: ['order.code', 'code'],
  unit: 'cents',
  amount: ['paid_amount'],
  paidOn: ['paid_at'],
  lookup: 'https://api.pagar.me/core/v5/charges/{id}',
};

/**
 * docs.pagar.me/reference/exemplo-de-webhook-1, v5, in cents. An order and its charge are both told for one payment: a payment is known by its charge. Paid more or
 * less than was charged, what counts is `paid_amount`; paid in full, the charge's own amount says it too.
 */
export const PAGARME: NoticeTable = {
  name: 'Pagar.me',
  of: 'da Pagar.me',
  shapes: [
    {
      ...CHARGE_STATUSES,
      from: 'notice',
      has: ['type', 'data.charges'],
      each: 'data.charges',
      event: ['/id'],
      yourReference: ['/data.code', 'code'],
    },
    {
      ...CHARGE_STATUSES,
      from: 'notice',
      has: ['type', 'data.id'],
      status: ['type'],
      meanings: {
        'charge.paid': { kind: 'paid', orElse: ['data.amount'] },
        'charge.overpaid': { kind: 'paid' },
        'charge.underpaid': { kind: 'paid' },
        'charge.refunded': { kind: 'reversed' },
        'charge.chargedback': { kind: 'charged-back' },
        'charge.partial_canceled': PART_CANCELLED,
        'order.paid': { kind: 'other', see: 'O pedido foi pago, e o aviso não traz as cobranças dele. Confira na Pagar.me e lance o pagamento.' },
        ...note('order.created', 'order.updated', 'order.closed', 'order.canceled', 'order.payment_failed'),
        ...note('charge.created', 'charge.updated', 'charge.pending', 'charge.processing', 'charge.payment_failed'),
        ...note('charge.antifraud_approved', 'charge.antifraud_reproved', 'charge.antifraud_manual', 'charge.antifraud_pending'),
        'chargeback.received': CONTESTED,
      },
      event: ['id'],
      theirId: ['data.id'],
      yourReference: ['data.order.code', 'data.code'],
      amount: ['data.paid_amount'],
      paidOn: ['data.paid_at'],
    },
    CHARGE_STATUSES,
  ],
};

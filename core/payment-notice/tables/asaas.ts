import { CANCELLED_THERE, CONTESTED, note } from '../shape.ts';
import type { NoticeTable } from '../shape.ts';

/** Money taken by hand for a charge may be taken back and the charge be paid by Pix after all: it is a payment of its own. */
const BY_HAND = 'dinheiro';

/** docs.asaas.com/docs/webhook-para-cobrancas; field names by the official SDK. The same charge is told when it is confirmed and when the money is there. */
export const ASAAS: NoticeTable = {
  name: 'Asaas',
  of: 'do Asaas',
  shapes: [
    {
      from: 'notice',
      has: ['event', 'payment'],
      status: ['event'],
      meanings: {
        PAYMENT_CONFIRMED: { kind: 'paid' },
        PAYMENT_RECEIVED: { kind: 'settled' },
        PAYMENT_RECEIVED_IN_CASH: { kind: 'settled' },
        // Paid through the credit bureau.
        PAYMENT_DUNNING_RECEIVED: { kind: 'settled' },
        PAYMENT_REFUNDED: { kind: 'reversed' },
        PAYMENT_RECEIVED_IN_CASH_UNDONE: { kind: 'reversed', as: 'mistake' },
        PAYMENT_PARTIALLY_REFUNDED: { kind: 'refunded-in-part' },
        PAYMENT_CHARGEBACK_REQUESTED: CONTESTED,
        PAYMENT_CHARGEBACK_DISPUTE: CONTESTED,
        PAYMENT_AWAITING_CHARGEBACK_REVERSAL: CONTESTED,
        PAYMENT_DELETED: CANCELLED_THERE,
        PAYMENT_RESTORED: { kind: 'other', see: 'A cobrança voltou a valer no Asaas. Se alguém deu baixa na dívida aqui, confira.' },
        ...note(
          'PAYMENT_CREATED',
          'PAYMENT_UPDATED',
          'PAYMENT_OVERDUE',
          'PAYMENT_ANTICIPATED',
          'PAYMENT_AUTHORIZED',
          'PAYMENT_AWAITING_RISK_ANALYSIS',
          'PAYMENT_APPROVED_BY_RISK_ANALYSIS',
          'PAYMENT_REPROVED_BY_RISK_ANALYSIS',
          'PAYMENT_CREDIT_CARD_CAPTURE_REFUSED',
          'PAYMENT_REFUND_IN_PROGRESS',
          'PAYMENT_DUNNING_REQUESTED',
          'PAYMENT_BANK_SLIP_VIEWED',
          'PAYMENT_CHECKOUT_VIEWED',
        ),
      },
      event: ['id'],
      theirId: ['payment.id'],
      branch: {
        at: ['event', 'payment.status'],
        words: { PAYMENT_RECEIVED_IN_CASH: BY_HAND, PAYMENT_RECEIVED_IN_CASH_UNDONE: BY_HAND, RECEIVED_IN_CASH: BY_HAND },
      },
      yourReference: ['payment.externalReference'],
      unit: 'reais',
      amount: ['payment.value'],
      net: ['payment.netValue'],
      paidOn: ['payment.clientPaymentDate', 'payment.paymentDate', 'payment.confirmedDate'],
      settledOn: ['payment.creditDate', 'payment.paymentDate'],
      refunds: {
        at: 'payment.refunds',
        // Said from the beginning; the Pix' own number comes later, and not for cards.
        id: ['dateCreated'],
        amount: ['value'],
        on: ['effectiveDate', 'dateCreated'],
        status: 'status',
        done: ['DONE'],
        open: ['PENDING', 'CANCELLED', 'AWAITING_CRITICAL_ACTION_AUTHORIZATION', 'AWAITING_CUSTOMER_EXTERNAL_AUTHORIZATION'],
      },
    },
  ],
};

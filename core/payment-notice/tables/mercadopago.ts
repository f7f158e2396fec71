import { CANCELLED_THERE, CONTESTED, note } from '../shape.ts';
import type { NoticeShape, NoticeTable } from '../shape.ts';

const PAYMENT = 'https://api.mercadopago.com/v1/payments/{id}';

const NOTICE: NoticeShape = {
  from: 'notice',
  has: ['type', 'data.id'],
  status: ['type'],
  meanings: {
    payment: { kind: 'needs-lookup' },
    // An order's payments have other numbers than the same payments have in notices of their own: both taken would be the money twice.
    order: { kind: 'other', see: 'O aviso é de uma "order" do Mercado Pago. No painel dele, escolha o evento "Pagamentos" e deixe "Order" desligado.' },
    orders: { kind: 'other', see: 'O aviso é de uma "order" do Mercado Pago. No painel dele, escolha o evento "Pagamentos" e deixe "Order" desligado.' },
    ...note('plan', 'subscription', 'invoice', 'point_integration_wh', 'mp-connect', 'merchant_order', 'topic_merchant_order_wh'),
  },
  event: ['id'],
  theirId: ['data.id'],
  lookup: PAYMENT,
};

/**
 * A notice holds only the payment's number, for whatever happened to it; the payment has to be asked for. Of that, `transaction_amount` is what was charged:
 * what the payer gave beyond it is the card's own interest, which pays no debt.
 */
export const MERCADO_PAGO: NoticeTable = {
  name: 'Mercado Pago',
  of: 'do Mercado Pago',
  shapes: [
    NOTICE,
    // The older form, `{"resource": "https://…/123", "topic": "payment"}`.
    { ...NOTICE, has: ['topic', 'resource'], status: ['topic'], theirId: ['resource'], idAtEnd: true },
    {
      from: 'lookup',
      has: ['id', 'status', 'transaction_amount'],
      status: ['status'],
      detail: 'status_detail',
      meanings: {
        approved: { kind: 'paid' },
        refunded: { kind: 'reversed' },
        // Only the last word of a chargeback moves money: the seller may still be paid back.
        charged_back: CONTESTED,
        'charged_back/settled': { kind: 'charged-back' },
        'charged_back/reimbursed': {
          kind: 'other',
          see: 'A contestação foi vencida e o Mercado Pago devolveu o dinheiro. Se o pagamento foi estornado aqui, lance-o de novo com outra identificação.',
        },
        in_mediation: CONTESTED,
        cancelled: CANCELLED_THERE,
        'cancelled/expired': { kind: 'expired' },
        ...note('pending', 'in_process', 'authorized', 'rejected'),
      },
      theirId: ['id'],
      yourReference: ['external_reference'],
      unit: 'reais',
      amount: ['transaction_amount'],
      net: ['transaction_details.net_received_amount'],
      paidOn: ['date_approved'],
      settledOn: ['money_release_date'],
      settledWhen: { at: 'money_release_status', is: 'released' },
      refunds: { at: 'refunds', id: ['id'], amount: ['amount'], on: ['date_created'], status: 'status', done: ['approved'], open: ['rejected', 'in_process'] },
      testWhen: { at: 'live_mode', is: false },
    },
  ],
};

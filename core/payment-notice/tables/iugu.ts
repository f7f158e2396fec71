import { CANCELLED_THERE, CONTESTED, note } from '../shape.ts';
import type { Meanings, NoticeShape, NoticeTable } from '../shape.ts';

/** dev.iugu.com/reference/status. */
const STATUSES: Meanings = {
  paid: { kind: 'paid' },
  externally_paid: { kind: 'paid' },
  partially_paid: { kind: 'other', see: 'A fatura foi paga em parte. Confira na Iugu quanto entrou e lance o pagamento no nó "Pagamentos".' },
  refunded: { kind: 'reversed' },
  partially_refunded: { kind: 'refunded-in-part' },
  chargeback: { kind: 'charged-back' },
  in_protest: CONTESTED,
  canceled: CANCELLED_THERE,
  expired: { kind: 'expired' },
  ...note('pending', 'draft', 'in_analysis', 'authorized'),
};

const NOTICE: NoticeShape = {
  from: 'notice',
  has: ['event', 'data.id'],
  status: ['event'],
  // The state of an invoice may come with its creation too, when a card is charged at once.
  detail: 'data.status',
  meanings: {
    ...Object.fromEntries(
      ['invoice.status_changed', 'invoice.created'].flatMap((event) =>
        Object.entries(STATUSES).map(([status, meaning]) => [`${event}/${status}`, meaning] as const),
      ),
    ),
    'invoice.status_changed/partially_paid': { kind: 'needs-lookup' },
    // Of a part or of all of it, the invoice says.
    'invoice.refund': { kind: 'needs-lookup' },
    'invoice.refund/refunded': { kind: 'reversed' },
    // The money of an invoice was let go; how much of it, the invoice says.
    'invoice.released': { kind: 'needs-lookup' },
    'invoice.partially_refunded': { kind: 'needs-lookup' },
    ...note('invoice.due', 'invoice.payment_failed', 'invoice.dunning_action', 'invoice.installment_released', 'invoice.bank_slip_status'),
  },
  theirId: ['data.id'],
  yourReference: ['data.external_reference', 'data.order_id'],
  endToEndId: ['data.pix_end_to_end_id'],
  unit: 'cents',
  amount: ['data.paid_cents'],
  paidOn: ['data.paid_at'],
  lookup: 'https://api.iugu.com/v1/invoices/{id}',
};

/** dev.iugu.com/docs/gatilhos: posted as a form, `data[id]=…&data[status]=…`; often without the amount, which the invoice then tells, in cents. */
export const IUGU: NoticeTable = {
  name: 'Iugu',
  of: 'da Iugu',
  shapes: [
    NOTICE,
    {
      from: 'lookup',
      has: ['id', 'status'],
      status: ['status'],
      meanings: STATUSES,
      theirId: ['id'],
      yourReference: ['external_reference', 'order_id'],
      endToEndId: ['pix.end_to_end_id'],
      unit: 'cents',
      amount: ['total_paid_cents', 'paid_cents'],
      fee: ['taxes_paid_cents'],
      paidOn: ['paid_at'],
    },
  ],
};

import { note } from '../shape.ts';
import type { Meaning, NoticeShape, NoticeTable } from '../shape.ts';
import { PIX_TEST } from './pix.ts';

const DISPUTED: Meaning = {
  kind: 'charged-back',
  see: 'O banco do pagador pediu o Pix de volta (MED). Nada foi estornado aqui: responda à disputa na Woovi e estorne se o dinheiro sair.',
};

const REST = note(
  'OPENPIX:CHARGE_CREATED',
  'OPENPIX:MOVEMENT_CONFIRMED',
  'OPENPIX:MOVEMENT_FAILED',
  'OPENPIX:MOVEMENT_REMOVED',
  // What the creditor had paid came back: it concerns no debtor.
  'PIX_TRANSACTION_REFUND_RECEIVED_CONFIRMED',
);

/** By its own word or OpenPix', which the documentation uses for one another. */
const bothNames = (shape: NoticeShape): NoticeShape => ({
  ...shape,
  meanings: {
    ...shape.meanings,
    ...Object.fromEntries(Object.entries(shape.meanings).map(([word, meaning]) => [word.replace(/^OPENPIX:/, 'woovi:'), meaning])),
  },
});

/**
 * developers.woovi.com/docs/webhook, in cents. A charge paid by Pix brings `pix`, one paid by slip brings `boleto` and is settled some three days later, which is
 * told apart. A Pix of a charge is also told as a transaction: it is known by its own number.
 */
export const WOOVI: NoticeTable = {
  name: 'Woovi',
  of: 'da Woovi',
  shapes: [
    PIX_TEST,
    {
      from: 'notice',
      has: ['event', 'refundTransaction'],
      status: ['event'],
      meanings: { PIX_TRANSACTION_REFUND_SENT_CONFIRMED: { kind: 'refunded-in-part' }, ...REST },
      theirId: ['originalTransaction.endToEndId'],
      byEndToEnd: true,
      endToEndId: ['originalTransaction.endToEndId'],
      unit: 'cents',
      amount: ['originalTransaction.value'],
      refunds: {
        at: 'refundTransaction',
        id: ['endToEndId'],
        amount: ['value'],
        on: ['time'],
        status: 'status',
        done: ['CONFIRMED'],
        open: ['IN_PROCESSING', 'REJECTED'],
      },
    },
    bothNames({
      from: 'notice',
      has: ['event', 'pix'],
      status: ['event'],
      meanings: {
        'OPENPIX:CHARGE_COMPLETED': { kind: 'settled' },
        'OPENPIX:CHARGE_COMPLETED_NOT_SAME_CUSTOMER_PAYER': { kind: 'settled' },
        'OPENPIX:TRANSACTION_RECEIVED': { kind: 'settled' },
        'OPENPIX:TRANSACTION_REFUND_RECEIVED': {
          kind: 'reversed',
          see: 'Um Pix foi devolvido, e este aviso, que a Woovi está aposentando, não diz qual. Confira na Woovi e estorne no nó "Pagamentos".',
        },
        ...REST,
      },
      theirId: ['pix.endToEndId'],
      byEndToEnd: true,
      yourReference: ['charge.correlationID'],
      endToEndId: ['pix.endToEndId'],
      txid: ['charge.transactionID'],
      unit: 'cents',
      amount: ['pix.value'],
      fee: ['pix.fee', 'charge.fee'],
      paidOn: ['pix.time', 'charge.paidAt'],
      settledOn: ['pix.time', 'charge.paidAt'],
    }),
    bothNames({
      from: 'notice',
      has: ['event'],
      status: ['event'],
      meanings: {
        'OPENPIX:CHARGE_COMPLETED': { kind: 'paid' },
        'OPENPIX:CHARGE_COMPLETED_NOT_SAME_CUSTOMER_PAYER': { kind: 'paid' },
        BOLETO_SETTLED: { kind: 'settled' },
        'OPENPIX:CHARGE_EXPIRED': { kind: 'expired' },
        'OPENPIX:DISPUTE_CREATED': DISPUTED,
        'OPENPIX:DISPUTE_ACCEPTED': DISPUTED,
        ...note('OPENPIX:DISPUTE_REJECTED', 'OPENPIX:DISPUTE_CANCELED'),
        ...REST,
      },
      theirId: ['charge.correlationID', 'boleto.correlationID'],
      yourReference: ['charge.correlationID', 'boleto.correlationID'],
      unit: 'cents',
      amount: ['boleto.value', 'charge.paymentMethods.boleto.value', 'charge.value'],
      fee: ['charge.paymentMethods.boleto.fee', 'charge.fee'],
      paidOn: ['boleto.paidAt', 'charge.paidAt', 'charge.paymentMethods.boleto.paidAt'],
      settledOn: ['boleto.settledAt', 'charge.paymentMethods.boleto.settledAt', 'settledAt'],
    }),
  ],
};

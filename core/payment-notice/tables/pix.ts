import type { NoticeShape, NoticeTable } from '../shape.ts';

/**
 * bacen/pix-api, `openapi.yaml` 2.9: several Pix may come in one post, and what was given back comes with the Pix it was given back of, in a list or, as in the
 * contract's own example, alone. A Pix is paid and in the account at the same moment.
 */
export const PIX_SHAPE: NoticeShape = {
  from: 'notice',
  has: ['pix'],
  each: 'pix',
  status: [],
  always: { kind: 'settled' },
  meanings: {},
  theirId: ['endToEndId'],
  byEndToEnd: true,
  yourReference: ['txid'],
  endToEndId: ['endToEndId'],
  txid: ['txid'],
  unit: 'reais',
  amount: ['valor'],
  // Efí tells its fee beside it.
  fee: ['gnExtras.tarifa'],
  paidOn: ['horario'],
  settledOn: ['horario'],
  refunds: {
    at: 'devolucoes',
    id: ['rtrId', 'id'],
    amount: ['valor'],
    on: ['horario.liquidacao', 'horario.solicitacao', 'horario'],
    status: 'status',
    done: ['DEVOLVIDO'],
    open: ['EM_PROCESSAMENTO', 'NAO_REALIZADO'],
    med: { at: 'natureza', words: ['MED_OPERACIONAL', 'MED_FRAUDE', 'MED_PIX_AUTOMATICO'] },
  },
};

/** Efí and Inter post a test when the address is registered. */
export const PIX_TEST: NoticeShape = {
  from: 'notice',
  has: ['evento'],
  status: ['evento'],
  meanings: { teste_webhook: { kind: 'other' } },
  theirId: [],
};

export const PIX: NoticeTable = { name: 'Pix', of: 'do Pix', shapes: [PIX_SHAPE, PIX_TEST] };

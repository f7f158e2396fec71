import { CANCELLED_THERE, note } from '../shape.ts';
import type { Meanings, NoticeShape, NoticeTable } from '../shape.ts';
import { PIX_SHAPE, PIX_TEST } from './pix.ts';

const MEANINGS: Meanings = {
  RECEBIDO: { kind: 'settled' },
  // By hand, in the bank's own pages: the money came by another way.
  MARCADO_RECEBIDO: { kind: 'paid' },
  CANCELADO: CANCELLED_THERE,
  EXPIRADO: { kind: 'expired' },
  PROTESTO: { kind: 'other', see: 'O título foi a protesto no Inter, e continua em aberto. Confira antes de falar com o cliente.' },
  FALHA_EMISSAO: { kind: 'other', see: 'O Inter não conseguiu emitir esta cobrança: o cliente não tem como pagar por ela. Emita de novo.' },
  ...note('A_RECEBER', 'ATRASADO', 'EM_PROCESSAMENTO'),
};

const COBRANCA: NoticeShape = {
  from: 'notice',
  has: ['/codigoSolicitacao'],
  status: ['situacao'],
  meanings: MEANINGS,
  theirId: ['codigoSolicitacao'],
  yourReference: ['seuNumero'],
  txid: ['txid'],
  unit: 'reais',
  amount: ['valorTotalRecebido'],
  paidOn: ['dataHoraSituacao'],
  settledOn: ['dataHoraSituacao'],
  lookup: 'https://cdpj.partners.bancointer.com.br/cobranca/v3/cobrancas/{id}',
};

/** Cobrança v3: a list, each with its situation; without the amount when it was marked by hand. Inter's Pix follows the Banco Central. */
export const INTER: NoticeTable = {
  name: 'Inter',
  of: 'do Inter',
  shapes: [
    PIX_SHAPE,
    PIX_TEST,
    { ...COBRANCA, has: ['/0.codigoSolicitacao'], each: '/' },
    COBRANCA,
    {
      ...COBRANCA,
      from: 'lookup',
      has: ['cobranca.codigoSolicitacao'],
      status: ['cobranca.situacao'],
      theirId: ['cobranca.codigoSolicitacao'],
      yourReference: ['cobranca.seuNumero'],
      txid: ['pix.txid'],
      amount: ['cobranca.valorTotalRecebido'],
      paidOn: ['cobranca.dataSituacao', 'cobranca.dataHoraSituacao'],
      settledOn: ['cobranca.dataSituacao', 'cobranca.dataHoraSituacao'],
    },
  ],
};

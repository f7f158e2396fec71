import { describe, expect, it } from 'vitest';
import { isCredit, isTotal, numberKey, statusMeaning } from './meanings.ts';

describe('what a title’s situation means', () => {
  it.each([
    ['Pago', 'paid'],
    ['Pago em atraso', 'paid'],
    ['PAGA', 'paid'],
    ['Liquidado em cartório', 'paid'],
    ['RECEIVED_IN_CASH', 'paid'],
    ['CONFIRMED', 'paid'],
    ['Quitado', 'paid'],
    ['Pago parcialmente', 'partly-paid'],
    ['Baixa parcial', 'partly-paid'],
    ['Pagamento pendente', 'open'],
    ['Não pago', 'open'],
    ['Aguardando pagamento', 'open'],
    ['A receber', 'open'],
    ['Em aberto', 'open'],
    ['OVERDUE', 'open'],
    ['Protestado', 'open'],
    ['Baixado por perda', 'written-off'],
    ['Incobrável', 'written-off'],
    ['Contestado', 'contested'],
    ['CHARGEBACK_DISPUTE', 'contested'],
    ['Cancelada', 'cancelled'],
    ['REFUNDED', 'cancelled'],
    ['Em acordo', 'not-ours'],
    ['Cliente falecido', 'not-ours'],
    ['Jurídico', 'not-ours'],
    ['na nuvem', 'unknown'],
    ['Em análise', 'unknown'],
    ['Cheque devolvido', 'open'],
    ['Acordo quebrado', 'open'],
    ['Quebra de acordo', 'open'],
    ['Acordo em dia', 'not-ours'],
  ] as const)('"%s" is %s', (text, meaning) => expect(statusMeaning(text)).toBe(meaning));

  it.each(['Nota de crédito', 'NCC', 'RA', 'Adiantamento', 'Devolução', 'Crédito', 'Crédito do cliente'])('"%s" is money the client has', (kind) =>
    expect(isCredit(kind)).toBe(true),
  );
  it.each(['Fatura', 'NF', 'Boleto', 'PJ', '', 'Cartão de crédito', 'Crédito consignado', 'Cartão crédito', 'Carta de crédito', 'Operação de crédito'])(
    '"%s" is not',
    (kind) => expect(isCredit(kind)).toBe(false),
  );

  it('numbers are alike whatever zeros they begin with, and letters count', () => {
    expect(numberKey('0001')).toBe(numberKey('1'));
    expect(numberKey('NF-001/02')).toBe(numberKey('nf-1/2'));
    expect(numberKey('1A')).not.toBe(numberKey('1B'));
    expect(numberKey('10')).not.toBe(numberKey('1'));
  });

  it('sums are told from people', () => {
    expect(isTotal('Total geral')).toBe(true);
    expect(isTotal('Subtotal')).toBe(true);
    expect(isTotal('Totalina Souza')).toBe(false);
  });
});

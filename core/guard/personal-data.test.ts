import { describe, expect, test } from 'vitest';
import { caseOf, debt } from '../testing/case-builder.ts';
import { personalDataIn } from './personal-data.ts';

const subject = caseOf({
  debtor: { name: ' José da Conceição ', document: '12ABC34501DE35' },
  debts: [debt({ number: 'NF1A', paymentCode: '000201abc' }), debt({ id: 'd2', number: '12', paymentCode: '' })],
});

describe('what a stranger must not read', () => {
  test.each([
    ['o nome, sem acento e em maiúsculas', 'Ola JOSE DA CONCEICAO', ['nome completo']],
    ['o CNPJ com letras, pontuado e em minúsculas', 'cnpj 12.abc.345/01de-35', ['CPF ou CNPJ']],
    ['um CPF mascarado', 'cpf 529.***.***-25', ['CPF ou CNPJ']],
    ['um CPF mascarado nas pontas', 'cpf ***.982.247-**', ['CPF ou CNPJ']],
    ['um CNPJ mascarado', 'cnpj 12.***.***/01DE-35', ['CPF ou CNPJ']],
    ['um valor', 'são R$ 10,00', ['valor']],
    ['um valor colado', 'são R$10', ['valor']],
    ['um valor dito', 'são dez reais', ['valor']],
    ['centavos ditos', 'um centavo', ['valor']],
    ['o número do título', 'título nf1a', ['número do título']],
    ['o código de pagamento', 'pix 000201abc', ['código de pagamento']],
    ['tudo', 'José da Conceição, 12ABC34501DE35, R$ 1, NF1A, 000201abc', ['nome completo', 'CPF ou CNPJ', 'valor', 'número do título', 'código de pagamento']],
  ])('%s', (_, text, found) => {
    expect(personalDataIn(text, subject)).toEqual(found);
  });

  test('a payment code is found as it is written, in capitals, too', () => {
    const code = '00020126BR.GOV.BCB.PIX0136ABCD5204000053039865802BR6304E2CA';
    const debtor = caseOf({ debtor: { name: 'Ana', document: '' }, debts: [debt({ number: '1', paymentCode: code })] });
    expect(personalDataIn(`Pague com ${code} hoje`, debtor)).toEqual(['código de pagamento']);
    expect(personalDataIn(`Pague com ${code.slice(0, -1)}B hoje`, debtor)).toEqual([]);
  });

  test.each(['Olá, José.', 'Falamos em 12/03', 'Ligue para 12', 'Boa tarde!', ''])('nothing in "%s"', (text) => {
    expect(personalDataIn(text, subject)).toEqual([]);
  });

  test('a name of one word is a first name, and a document that is missing is in no text', () => {
    expect(personalDataIn('Olá, Ana', caseOf({ debtor: { name: 'Ana', document: '' } }))).toEqual([]);
    expect(personalDataIn('Olá', caseOf({ debtor: { name: '', document: '123' } }))).toEqual([]);
    expect(personalDataIn('ramal 123', caseOf({ debtor: { document: '123' } }))).toEqual([]);
  });
});

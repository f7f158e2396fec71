import { describe, expect, test } from 'vitest';
import { PORTFOLIO_FIELDS, namesOf } from './fields.ts';
import { foldHeader } from './fold-header.ts';
import { mapColumns } from './map-columns.ts';

describe('mapColumns', () => {
  test('the sample of the project is recognised whole', () => {
    const headers =
      '\ufeffcodigo_cliente;nome;cpf_cnpj;tipo;email;celular;telefone;endereco;bairro;cidade;uf;cep;titulo;emissao;vencimento;valor;valor_pago;data_pagamento;cliente_desde;total_comprado;titulos_pagos;titulos_em_dia;canal_preferido;consentimento_whatsapp;observacao'.split(
        ';',
      );
    const { mapping, unrecognized, missing } = mapColumns(headers);
    expect(unrecognized).toEqual([]);
    expect(missing).toEqual([]);
    expect(Object.keys(mapping)).toHaveLength(headers.length);
    expect(mapping).toMatchObject({
      customerCode: '\ufeffcodigo_cliente',
      document: 'cpf_cnpj',
      debtNumber: 'titulo',
      amount: 'valor',
      invoicesPaid: 'titulos_pagos',
      note: 'observacao',
    });
  });

  test.each([
    ['Razão Social', 'name'],
    ['CPF/CNPJ do Cliente', 'document'],
    ['C.P.F. / C.N.P.J.', 'document'],
    ['E-Mail', 'email'],
    ['Dt. Venc.', 'dueDate'],
    ['DATA DE VENCIMENTO (*)', 'dueDate'],
    ['Vlr. Original (R$)', 'amount'],
    ['Município', 'city'],
    ['Nº Título', 'debtNumber'],
    ['Nota Fiscal', 'debtNumber'],
    ['endereÃ§o', 'street'],
    ['endere\ufffdo', 'street'],
    ['dueDate', 'dueDate'],
    ['Aceita WhatsApp?', 'whatsappConsent'],
  ] as const)('reads "%s" as %s', (header, field) => expect(mapColumns([header]).mapping[field]).toBe(header));

  test('a system is named by the columns that only it has', () => {
    expect(mapColumns(['A1_NOME', 'A1_CGC', 'E1_NUM', 'E1_VENCREA', 'E1_SALDO']).system).toBe('Protheus');
    expect(mapColumns(['CODPARC', 'NOMEPARC', 'CGC_CPF', 'DTVENC', 'VLRDESDOB']).system).toBe('Sankhya');
    expect(mapColumns(['Nome cliente', 'CNPJ/CPF', 'Data vencimento', 'Número documento', 'Valor']).system).toBeUndefined();
    expect(mapColumns(['Razão', 'CNPJ/CPF', 'Fone', 'Data vencimento', 'Valor aberto']).system).toBeUndefined();
  });

  test('a vague name goes to whoever needs it', () => {
    expect(mapColumns(['Cliente', 'Documento', 'Número', 'Vencimento', 'Saldo', 'Endereço']).mapping).toMatchObject({
      document: 'Documento',
      debtNumber: 'Número',
      amount: 'Saldo',
    });
    expect(mapColumns(['CPF', 'Documento', 'Endereço', 'Número']).mapping).toMatchObject({ document: 'CPF', debtNumber: 'Documento', streetNumber: 'Número' });
  });

  test('what is unknown, doubled or missing is said, with what to do', () => {
    const { unrecognized, missing, notes } = mapColumns(['nome', 'cpf', 'vencimento', 'dt_venc', 'cor favorita']);
    expect(unrecognized).toEqual(['dt_venc', 'cor favorita']);
    expect(missing).toEqual(['amount']);
    expect(notes.map((note) => [note.code, note.severity])).toEqual([
      ['column.missing', 'error'],
      ['column.repeated', 'warning'],
      ['column.unknown', 'info'],
    ]);
    expect(notes[0]!.message).toContain('valor');
  });

  test('what the user pointed out wins; a column that is not there is noted', () => {
    const { mapping, notes } = mapColumns(['nome', 'apelido', 'cpf'], { name: 'apelido', amount: 'quanto' });
    expect(mapping.name).toBe('apelido');
    expect(notes[0]).toMatchObject({ code: 'column.missing', field: 'amount', header: 'quanto' });
  });

  test('every known name is written folded, and nameless columns are left alone', () => {
    for (const field of PORTFOLIO_FIELDS) for (const name of namesOf(field)) expect(foldHeader(name), `${field}: ${name}`).toBe(name);
    expect(mapColumns(['', ' ', '***']).mapping).toEqual({});
  });
});

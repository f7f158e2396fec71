import { makeCnpj, makeCpf } from './documents.ts';
import { REFERENCE_DATE } from './debtors.ts';
import type { Random } from './random.ts';
import { brazilianDate, plusDays, type Row } from './row.ts';

/** What is wrong with a row, and the cells that make it so. */
export type Defect = { field: keyof Row; why: string; cells: (row: Row) => Partial<Row> };

const otherDigit = (text: string): string => `${text.slice(0, -1)}${(Number(text.slice(-1)) + 1) % 10}`;

/** One row each, all else right, so that the reason given can be checked. */
export const defects: readonly Defect[] = [
  { field: 'cpf_cnpj', why: 'dígito do CPF não confere', cells: (row) => ({ cpf_cnpj: otherDigit(row.cpf_cnpj) }) },
  { field: 'vencimento', why: 'data que não existe', cells: () => ({ vencimento: '31/02/2026' }) },
  { field: 'valor', why: 'valor negativo', cells: () => ({ valor: '-150,00' }) },
  { field: 'nome', why: 'sem nome', cells: () => ({ nome: '' }) },
  { field: 'celular', why: 'celular curto demais e nenhum outro contato', cells: () => ({ celular: '(11) 9876', telefone: '', email: '' }) },
  { field: 'uf', why: 'estado que não existe', cells: () => ({ uf: 'XX' }) },
  {
    field: 'cpf_cnpj',
    why: 'dígito do CNPJ não confere',
    cells: () => ({ tipo: 'PJ', nome: 'Armazém Pau-Brasil Ltda', cpf_cnpj: '11.222.333/0001-80' }),
  },
  { field: 'valor', why: 'valor por extenso', cells: () => ({ valor: 'mil reais' }) },
  { field: 'cpf_cnpj', why: 'sem documento', cells: () => ({ cpf_cnpj: '' }) },
  { field: 'cpf_cnpj', why: 'CPF de algarismos repetidos', cells: () => ({ cpf_cnpj: '111.111.111-11' }) },
  { field: 'titulo', why: 'sem número do título', cells: () => ({ titulo: '' }) },
  { field: 'vencimento', why: 'vencimento escrito por extenso', cells: () => ({ vencimento: 'amanhã' }) },
];

/** A row for each defect; no debtor of the good rows appears in them. */
export function makeBrokenRows(random: Random): Row[] {
  return defects.map((defect, index) => {
    const due = plusDays(REFERENCE_DATE, -7);
    const row: Row = {
      codigo_cliente: `X${String(index + 1).padStart(5, '0')}`,
      nome: `Cadastro Incompleto ${String.fromCharCode(65 + index)}`,
      cpf_cnpj: index % 5 === 4 ? makeCnpj(random) : makeCpf(random),
      tipo: index % 5 === 4 ? 'PJ' : 'PF',
      email: `cadastro${index + 1}@exemplo.example`,
      celular: `(11) 9${random.between(6, 9)}${random.digits(3)}-${random.digits(4)}`,
      telefone: '',
      endereco: `Rua das Flores, ${100 + index}`,
      bairro: 'Centro',
      cidade: 'São Paulo',
      uf: 'SP',
      cep: `04101-${random.digits(3)}`,
      titulo: `NF-${90_000 + index}`,
      emissao: brazilianDate(plusDays(due, -30)),
      vencimento: brazilianDate(due),
      valor: '150,00',
      valor_pago: '0,00',
      data_pagamento: '',
      cliente_desde: '10/03/2022',
      total_comprado: '900,00',
      titulos_pagos: '4',
      titulos_em_dia: '3',
      canal_preferido: 'whatsapp',
      consentimento_whatsapp: 'S',
      observacao: '',
    };
    return { ...row, ...defect.cells(row) };
  });
}

import Papa from 'papaparse';

/** The columns of the export, in its order. */
export const columns = [
  'codigo_cliente',
  'nome',
  'cpf_cnpj',
  'tipo',
  'email',
  'celular',
  'telefone',
  'endereco',
  'bairro',
  'cidade',
  'uf',
  'cep',
  'titulo',
  'emissao',
  'vencimento',
  'valor',
  'valor_pago',
  'data_pagamento',
  'cliente_desde',
  'total_comprado',
  'titulos_pagos',
  'titulos_em_dia',
  'canal_preferido',
  'consentimento_whatsapp',
  'observacao',
] as const;

export type Row = Record<(typeof columns)[number], string>;

/** Cents as an ERP prints them: `1.234,56`. */
export function brazilianMoney(cents: number): string {
  const [reais, rest] = [Math.floor(cents / 100), cents % 100];
  return `${String(reais).replace(/\B(?=(\d{3})+$)/g, '.')},${String(rest).padStart(2, '0')}`;
}

/** ISO date as `dd/mm/yyyy`. */
export function brazilianDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** The ISO date so many days later, or earlier. */
export function plusDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** UTF-8 with the mark that Excel needs, semicolons, CRLF; quotes only where a value needs them. */
export function toCsv(rows: readonly Row[]): string {
  const body = Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((name) => row[name])) }, { delimiter: ';', newline: '\r\n' });
  return `\ufeff${body}\r\n`;
}

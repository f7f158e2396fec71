import { balanceOf } from '../../core/case/index.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import type { ImportedCase, ReadTable } from '../../core/portfolio/index.ts';
import { cutOff, FIELDS, PORTFOLIO_FIELDS, readTable } from '../../core/portfolio/index.ts';
import { greetingName } from '../../core/message/index.ts';
import type { Command } from '../io.ts';
import { dateOption, readArgs } from '../options.ts';
import { printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

export const portfolio: Command = {
  name: 'portfolio',
  summary: 'Mostra como uma planilha de títulos é entendida, sem importar nada.',
  usage: `Mostra como uma planilha de títulos é entendida, coluna por coluna e linha por linha, sem importar nada.

Uso: regua portfolio ARQUIVO [--all-open] [--today DATA] [--uf UF] [--json]

  ARQUIVO         CSV de ERP, banco ou planilha, ou - para a entrada padrão. O separador, os acentos, a linha do cabeçalho e as
                  colunas são achados sozinhos.
  --all-open      O arquivo é tudo o que está em aberto: se ele parece cortado, isso é um erro.
  --today DATA    O dia da leitura. Padrão: hoje.
  --uf UF         Estado de quem não tem UF, CEP nem DDD na planilha: o do credor.
  --json          {"system"?,"cases":[{"document","name","firstName","debts":[{"number","dueDate","amount","status"}],
                  "contactPoints":[{"kind","value","valid"}]}],"columns":[{"header","field"}],"refused":[{"row","reason"}],
                  "warnings":[{"row","message"}],"total"}
                  row: a linha do arquivo, null quando o aviso é da planilha toda; field: null na coluna que não é usada;
                  amount e total: reais; total: o que está em aberto, já sem créditos e abatimentos.

Saída: 0; 1 há linhas recusadas ou falta uma coluna; 2 comando usado de forma errada.

Exemplo: regua portfolio contas-a-receber.csv --uf SP
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(
      args,
      { 'all-open': { type: 'boolean' }, today: { type: 'string' }, uf: { type: 'string' }, json: { type: 'boolean' } },
      true,
    );
    const on = values.today === undefined ? io.today() : dateOption(values.today, 'today');
    const read = readTable(await io.readBytes(fileArgument(positionals)), { on, ...(values.uf === undefined ? {} : { defaultUf: values.uf }) });
    const cut = values['all-open'] ? cutOff(read) : undefined;
    if (values.json) printJson(io, told(read, cut));
    else io.stdout(inWords(read, cut));
    return read.invalid.length > 0 || read.columns.missing.length > 0 || cut !== undefined ? 1 : 0;
  },
};

/** Owed without charges: principal less what was taken off and paid. */
function owed({ debts }: ImportedCase): number {
  return debts.reduce((sum, debt) => sum + (debt.status === 'open' ? balanceOf(debt) : 0), 0);
}

/** Column → what it is read as. */
const fieldsByColumn = ({ columns }: ReadTable) => new Map(PORTFOLIO_FIELDS.map((field) => [columns.mapping[field], field]));

function told(read: ReadTable, cut: string | undefined) {
  const fieldOf = fieldsByColumn(read);
  return {
    ...(read.columns.system === undefined ? {} : { system: read.columns.system }),
    cases: read.cases.map(({ debtor, debts }) => ({
      document: debtor.document,
      name: debtor.name,
      firstName: greetingName(debtor),
      debts: debts.map((debt) => ({
        number: debt.number,
        dueDate: debt.dueDate,
        amount: centsToDecimal(debt.status === 'open' ? balanceOf(debt) : debt.principal),
        status: debt.status,
        ...(debt.contestedOn === undefined ? {} : { contestedOn: debt.contestedOn }),
      })),
      contactPoints: debtor.contactPoints.map(({ kind, value, valid }) => ({ kind, value, valid })),
    })),
    columns: read.headers.map((header) => ({ header, field: fieldOf.get(header) ?? null })),
    refused: read.invalid.map(({ rowNumber, reasons }) => ({ row: rowNumber, reason: reasons.map(({ message }) => message).join(' ') })),
    warnings: [
      ...(cut === undefined ? [] : [{ row: null, message: cut }]),
      ...read.warnings.map(({ rowNumber, message }) => ({ row: rowNumber ?? null, message })),
    ],
    total: centsToDecimal(read.cases.reduce((sum, one) => sum + owed(one), 0)),
  };
}

function inWords(read: ReadTable, cut: string | undefined): string {
  const fieldOf = fieldsByColumn(read);
  const open = read.cases.flatMap(({ debts }) => debts).filter(({ status }) => status === 'open').length;
  const total = read.cases.reduce((sum, one) => sum + owed(one), 0);
  const people = read.cases.length === 1 ? '1 cliente' : `${read.cases.length} clientes`;
  const titles = open === 1 ? '1 título em aberto' : `${open} títulos em aberto`;
  return [
    ...(cut === undefined ? [] : [cut, '']),
    `${people}, ${titles}: ${formatMoney(total)}, sem encargos.${read.columns.system === undefined ? '' : ` Parece vir do sistema ${read.columns.system}.`}`,
    '',
    'Colunas:',
    ...read.headers.map((header) => {
      const field = fieldOf.get(header);
      return `  ${header}: ${field === undefined ? 'não usada' : FIELDS[field].label}`;
    }),
    ...(read.invalid.length === 0 ? [] : ['', 'Linhas que ficaram de fora:']),
    ...read.invalid.map(({ rowNumber, reasons }) => `  ${rowNumber}: ${reasons.map(({ message }) => message).join(' ')}`),
    ...(read.warnings.length === 0 ? [] : ['', 'Avisos:']),
    ...read.warnings.map(({ rowNumber, message }) => `  ${rowNumber === undefined ? '' : `${rowNumber}: `}${message}`),
    '',
  ].join('\n');
}

import type { BankReturn, TitleKind } from '../../core/bank-return/index.ts';
import { readBankReturn, returnedTitleJson } from '../../core/bank-return/index.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import { formatMoney } from '../../core/money.ts';
import type { Command } from '../io.ts';
import { readArgs } from '../options.ts';
import { formatTable, printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';
import { problemList } from './problem-list.ts';

const KIND_LABELS: Readonly<Record<TitleKind, string>> = {
  paid: 'pago',
  'written-off': 'baixado',
  protested: 'protestado',
  confirmed: 'registrado',
  rejected: 'recusado',
  other: 'outro',
};

export const returnCommand: Command = {
  name: 'return',
  summary: 'Lê o arquivo de retorno do banco (CNAB 240 ou 400): o que foi pago, baixado, protestado.',
  usage: `Lê o arquivo de retorno da cobrança, CNAB 240 ou 400, sem lançar nada.

Uso: regua return ARQUIVO [--json]

  ARQUIVO   O retorno do banco (.RET), ou - para a entrada padrão.
  --json    {"bank","layout","titles":[{"yourNumber","ourNumber","kind","code","amount","paid","fee","paidOn","creditedOn"}],
            "problems":[{"line","message"}]}
            kind: paid, written-off, protested, confirmed, rejected, other; paid: o que o pagador deu, antes da tarifa do banco.

O que um banco não explica na sua tabela nunca é adivinhado: sai como "outro", com um problema para uma pessoa ver.

Saída: 0; 1 há problemas a ver; 2 comando usado de forma errada.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } }, true);
    const read = readBankReturn(await io.readBytes(fileArgument(positionals)));
    if (values.json) printJson(io, told(read));
    else io.stdout(inWords(read));
    return read.problems.length > 0 ? 1 : 0;
  },
};

function told({ bank, layout, titles, problems }: BankReturn) {
  return { bank, layout, titles: titles.map(returnedTitleJson), problems };
}

function inWords({ bank, layout, titles, problems }: BankReturn): string {
  const rows = titles.map(({ yourNumber, kind, amount, paid, paidOn }) => [
    yourNumber,
    KIND_LABELS[kind],
    formatMoney(amount),
    paid === undefined ? '' : formatMoney(paid),
    paidOn === undefined ? '' : formatCivilDate(paidOn),
  ]);
  const table = rows.length === 0 ? '' : `\n${formatTable(['título', 'o que houve', 'valor', 'pago', 'em'], rows, ['left', 'left', 'right', 'right', 'left'])}`;
  return `${layout === '' ? 'Formato desconhecido' : `${layout}, banco ${bank}`}: ${titles.length === 1 ? '1 título' : `${titles.length} títulos`}.\n${table}${problemList(problems)}`;
}

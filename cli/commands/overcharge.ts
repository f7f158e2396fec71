import { overcharge } from '../../core/charges/index.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import type { Command } from '../io.ts';
import { moneyOption, readArgs, required } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

export const overchargeCommand: Command = {
  name: 'overcharge',
  summary: 'O que se devolve a quem pagou cobrança indevida (CDC, art. 42).',
  usage: `O que se devolve a quem pagou mais do que devia (CDC, art. 42, parágrafo único).

Uso: regua overcharge --paid VALOR --due VALOR [--json]

  --paid VALOR   Quanto foi pago de fato.
  --due VALOR    Quanto era devido.
  --json         {"excess","doubled"}

O dobro é do excesso, não do total pago, e não cabe em engano justificável.
Exemplo: regua overcharge --paid 300.00 --due 220.00
`,
  run: async (args, io) => {
    const { values } = readArgs(args, { paid: { type: 'string' }, due: { type: 'string' }, json: { type: 'boolean' } });
    const result = overcharge(moneyOption(required(values.paid, 'paid'), 'paid'), moneyOption(required(values.due, 'due'), 'due'));
    if (values.json) printJson(io, { excess: centsToDecimal(result.excess), doubled: centsToDecimal(result.doubled) });
    else
      io.stdout(
        formatPairs([
          ['Pago a mais', formatMoney(result.excess)],
          ['Em dobro', formatMoney(result.doubled)],
        ]),
      );
    return 0;
  },
};

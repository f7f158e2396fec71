import { priceTable, priceTotal } from '../../core/installments/index.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import type { Command } from '../io.ts';
import { countOption, moneyOption, readArgs, required } from '../options.ts';
import { formatTable, printJson } from '../output.ts';

export const price: Command = {
  name: 'price',
  summary: 'Parcelas iguais com juros (tabela Price), exatas até o centavo.',
  usage: `Parcelas iguais com juros (tabela Price).

Uso: regua price --amount VALOR --installments N --rate PERCENTUAL [--json]

  --amount VALOR        Valor a parcelar, como 30000.00 ou 30.000,00.
  --installments N      Número de parcelas, de 1 a 600.
  --rate PERCENTUAL     Juros ao mês, como 1.5; 0 divide sem juros. Padrão: 0.
  --json                {"installments":[{"number","amount","interest","amortization","balance"}],"total","interest"}

Parcela = valor × i ÷ (1 − (1 + i)^−n), arredondada uma vez. Os juros de cada mês incidem sobre o saldo e a última
parcela acerta os centavos, para que as amortizações somem exatamente o valor.

Exemplo: regua price --amount 30000.00 --installments 12 --rate 1.5
`,
  run: async (args, io) => {
    const { values } = readArgs(args, { amount: { type: 'string' }, installments: { type: 'string' }, rate: { type: 'string' }, json: { type: 'boolean' } });
    const amount = moneyOption(required(values.amount, 'amount'), 'amount');
    const rows = priceTable(amount, countOption(required(values.installments, 'installments'), 'installments'), values.rate ?? '0');
    const total = priceTotal(rows);
    if (values.json) {
      printJson(io, {
        installments: rows.map((row) => ({
          number: row.number,
          amount: centsToDecimal(row.amount),
          interest: centsToDecimal(row.interest),
          amortization: centsToDecimal(row.amortization),
          balance: centsToDecimal(row.balance),
        })),
        total: centsToDecimal(total),
        interest: centsToDecimal(total - amount),
      });
      return 0;
    }
    const cells = rows.map((row) => [String(row.number), ...[row.amount, row.interest, row.amortization, row.balance].map(formatMoney)]);
    io.stdout(formatTable(['Nº', 'Parcela', 'Juros', 'Amortização', 'Saldo'], cells, ['right', 'right', 'right', 'right', 'right']));
    io.stdout(`\nTotal: ${formatMoney(total)}, sendo ${formatMoney(total - amount)} de juros.\n`);
    return 0;
  },
};

import { DEFAULT_GOOD_PAYER, decideTier } from '../../core/tier/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import { bareCase } from '../bare-case.ts';
import { readCadenceFile } from '../cadence-file.ts';
import type { Command } from '../io.ts';
import { countOption, dateOption, moneyOption, readArgs, required } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

const OPTIONS = {
  cadence: { type: 'string' },
  debt: { type: 'string' },
  lifetime: { type: 'string' },
  invoices: { type: 'string' },
  'on-time': { type: 'string' },
  since: { type: 'string' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const tier: Command = {
  name: 'tier',
  summary: 'Em que faixa de clientes um devedor cai, e por quê.',
  usage: `A faixa de um cliente, pelo valor que ele já trouxe e pelo que deve.

Uso: regua tier --debt VALOR --lifetime VALOR [--cadence RÉGUA] [opções] [--json]

  --debt VALOR      O que ele deve hoje, com encargos.
  --lifetime VALOR  Tudo o que já pagou à empresa. Padrão: 0.
  --cadence RÉGUA   De onde vêm as faixas: arquivo do designer ou nome de um modelo. Padrão: classica.
  --invoices N      Faturas que já pagou. Padrão: 0.
  --on-time N       Quantas delas em dia. Padrão: 0.
  --since DATA      Desde quando é cliente.
  --on DATA         Dia da conta. Padrão: hoje.
  --json            {"tier":{"id","name"},"goodPayer","reasons":[…],"metrics":{"lifetimeValue","debt",
                    "debtToLifetimePercent","punctualityPercent","relationshipMonths"}}; o que não se sabe é null.

Vale a primeira faixa cujas condições todas se cumprem; se nenhuma serve, a última. Bom pagador: ${String(DEFAULT_GOOD_PAYER.minPunctualityPercent)}% ou mais em dia,
em ${String(DEFAULT_GOOD_PAYER.minInvoicesPaid)} faturas ou mais.

Exemplo: regua tier --debt 300.00 --lifetime 10000.00
`,
  run: async (args, io) => {
    const { values } = readArgs(args, OPTIONS);
    const debt = moneyOption(required(values.debt, 'debt'), 'debt');
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const invoicesPaid = countOption(values.invoices ?? '0', 'invoices');
    const invoicesPaidOnTime = countOption(values['on-time'] ?? '0', 'on-time');
    if (invoicesPaidOnTime > invoicesPaid)
      throw new ReguaError('usage.on-time', 'As faturas pagas em dia (--on-time) não podem ser mais que as pagas (--invoices).', { field: 'on-time' });
    const subject = bareCase({
      debtor: {
        lifetimeValue: moneyOption(values.lifetime ?? '0', 'lifetime'),
        invoicesPaid,
        invoicesPaidOnTime,
        ...(values.since === undefined ? {} : { customerSince: dateOption(values.since, 'since') }),
      },
    });
    const { tiers } = await readCadenceFile(values.cadence ?? 'classica', io);
    const { tierId, tierName, goodPayer, reasons, metrics } = decideTier(subject, tiers, debt, on);
    if (values.json) {
      const { lifetimeValue, debtToLifetimePercent, punctualityPercent, relationshipMonths } = metrics;
      printJson(io, {
        tier: { id: tierId, name: tierName },
        goodPayer,
        reasons,
        metrics: { lifetimeValue: centsToDecimal(lifetimeValue), debt: centsToDecimal(debt), debtToLifetimePercent, punctualityPercent, relationshipMonths },
      });
    } else {
      io.stdout(
        formatPairs([
          ['Faixa', `${tierName} (${tierId})`],
          ['Deve', formatMoney(debt)],
          ['Bom pagador', goodPayer ? 'sim' : 'não'],
          ...reasons.map((reason, index) => [index === 0 ? 'Por quê' : '', reason] as const),
        ]),
      );
    }
    return 0;
  },
};

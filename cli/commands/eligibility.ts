import { CREDITOR_KINDS } from '../../core/cadence/policies.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import { smallClaimsEligibility } from '../../core/small-claims/eligibility.ts';
import { bureauOfOptions } from '../bureau-of-options.ts';
import type { Command, Io } from '../io.ts';
import { choiceOption, countOption, dateOption, moneyOption, readArgs, required } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

const OPTIONS = {
  amount: { type: 'string' },
  plaintiff: { type: 'string' },
  due: { type: 'string' },
  on: { type: 'string' },
  minimum: { type: 'string' },
  years: { type: 'string' },
  lawyer: { type: 'string' },
  notice: { type: 'string' },
  wait: { type: 'string' },
  paid: { type: 'boolean' },
  agreement: { type: 'boolean' },
  contested: { type: 'boolean' },
  registered: { type: 'boolean' },
  'previous-entry': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const eligibility: Command = {
  name: 'eligibility',
  summary: 'Esta dívida pode ser negativada, ou levada ao juizado? Com os motivos.',
  usage: `Elegibilidade para o juizado especial e para a negativação.

Uso: regua eligibility small-claims --amount VALOR --plaintiff TIPO --due DATA [--on DATA] [opções] [--json]
     regua eligibility bureau --amount VALOR --due DATA [--on DATA] [opções] [--json]

  --amount VALOR      Valor com encargos no dia, como 1500.00.
  --plaintiff TIPO    Quem cobra: ${CREDITOR_KINDS.join(', ')}.
  --due DATA          Vencimento da dívida mais antiga.
  --on DATA           Dia da ação ou do pedido. Padrão: hoje.
  --minimum VALOR     Mínimo que o credor definiu.
  --years N           Anos da prescrição. Padrão: 5 (Código Civil 206 §5º I); aluguel, 3 (206 §3º I); sem regra própria, 10 (205).

Juizado (Lei 9.099/95): até 40 salários mínimos do dia da ação, até 20 sem advogado.
  --lawyer sim|nao    Se o credor tem advogado; sem dizer, só se avisa quando é preciso.

Negativação (CDC 43, Súmulas 359 e 404, Tema 1.315):
  --notice DATA|none  Dia em que a entrega do aviso prévio foi comprovada, ou none. Sem dizer, julga-se só a dívida e o aviso
                      vem em "conditions".
  --wait N            Dias entre o aviso entregue e o pedido. Padrão: 10.
  --paid, --agreement, --contested, --registered
                      Situação da dívida: paga, em acordo, contestada, já negativada.
  --previous-entry    Há negativação anterior de outro credor (Súmula 385).

  --json              {"eligible","code","reasons":[…],"lawyerRequired"?,"ceiling"?,"ceilingWithoutLawyer"?,"minimumWage"?,
                      "earliestOn"?,"conditions"?}

Exemplo: regua eligibility small-claims --amount 32420.01 --plaintiff EPP --due 2026-01-10 --on 2026-06-01
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, OPTIONS, true);
    const kind = positionals[0];
    if ((kind !== 'small-claims' && kind !== 'bureau') || positionals.length > 1) {
      const code = kind === undefined ? 'usage.missing' : 'usage.choice';
      throw new ReguaError(code, 'Diga o quê: regua eligibility small-claims ou regua eligibility bureau.', { field: 'kind' });
    }
    return kind === 'bureau' ? bureau(values, io) : smallClaims(values, io);
  },
};

type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values'];

function smallClaims(values: Values, io: Io): 0 {
  const result = smallClaimsEligibility({
    amount: moneyOption(required(values.amount, 'amount'), 'amount'),
    plaintiff: choiceOption(required(values.plaintiff, 'plaintiff'), 'plaintiff', CREDITOR_KINDS),
    dueDate: dateOption(required(values.due, 'due'), 'due'),
    on: values.on === undefined ? io.today() : dateOption(values.on, 'on'),
    withLawyer: values.lawyer === undefined ? undefined : choiceOption(values.lawyer, 'lawyer', ['sim', 'nao']) === 'sim',
    minAmountCents: values.minimum === undefined ? undefined : moneyOption(values.minimum, 'minimum'),
    prescriptionYears: values.years === undefined ? undefined : yearsOption(values.years),
  });
  const { eligible, code, lawyerRequired, reasons, ceiling, ceilingWithoutLawyer, minimumWage } = result;
  if (values.json) {
    printJson(io, {
      eligible,
      code,
      ...(lawyerRequired === undefined ? {} : { lawyerRequired }),
      reasons,
      ceiling: centsToDecimal(ceiling),
      ceilingWithoutLawyer: centsToDecimal(ceilingWithoutLawyer),
      minimumWage: centsToDecimal(minimumWage),
    });
  } else {
    io.stdout(
      formatPairs([
        ['Cabe no juizado', eligible ? 'sim' : 'não'],
        ['Precisa de advogado', lawyerRequired === undefined ? undefined : lawyerRequired ? 'sim' : 'não'],
        ['Teto', `${formatMoney(ceiling)} (${formatMoney(ceilingWithoutLawyer)} sem advogado)`],
        ...reasons.map((reason, index) => [index === 0 ? 'Por quê' : '', reason] as const),
      ]),
    );
  }
  return 0;
}

function bureau(values: Values, io: Io): 0 {
  const result = bureauOfOptions({
    amount: moneyOption(required(values.amount, 'amount'), 'amount'),
    dueDate: dateOption(required(values.due, 'due'), 'due'),
    on: values.on === undefined ? io.today() : dateOption(values.on, 'on'),
    noticeDeliveredOn: values.notice === undefined ? undefined : values.notice === 'none' ? null : dateOption(values.notice, 'notice'),
    waitDays: countOption(values.wait ?? '10', 'wait'),
    minAmountCents: moneyOption(values.minimum ?? '0', 'minimum'),
    prescriptionYears: values.years === undefined ? 5 : yearsOption(values.years),
    paid: values.paid ?? false,
    agreement: values.agreement ?? false,
    contested: values.contested ?? false,
    registered: values.registered ?? false,
    previousEntry: values['previous-entry'] ?? false,
  });
  // The plaintiff's kind bars nobody from a bureau; a misspelt one is still worth saying.
  if (values.plaintiff !== undefined) choiceOption(values.plaintiff, 'plaintiff', CREDITOR_KINDS);
  if (values.json) printJson(io, result);
  else {
    io.stdout(
      formatPairs([
        ['Pode negativar', result.eligible ? 'sim' : 'não'],
        ['A partir de', result.earliestOn === undefined ? undefined : formatCivilDate(result.earliestOn)],
        ...result.reasons.map((reason, index) => [index === 0 ? 'Por quê' : '', reason] as const),
      ]),
    );
  }
  return 0;
}

function yearsOption(text: string): number {
  const years = countOption(text, 'years');
  if (years >= 1 && years <= 20) return years;
  throw new ReguaError('usage.years', 'A prescrição vai de 1 a 20 anos.', { field: 'years' });
}

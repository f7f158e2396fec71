import {
  chargeDebt,
  chargeFindings,
  contractTerms,
  dueDateFinding,
  mergeIndexTables,
  parseIndexCsv,
  SHIPPED_TABLES,
  workingLines,
} from '../../core/charges/index.ts';
import type { ChargeFinding, ContractTerms, DebtCharges, EarlyDiscount, Payment } from '../../core/charges/index.ts';
import { nextBusinessDay } from '../../core/calendar/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseUf } from '../../core/identity/uf.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import type { Command } from '../io.ts';
import { choiceOption, countOption, dateOption, moneyOption, readArgs, required } from '../options.ts';
import { formatTable, printJson, wrapText } from '../output.ts';

export const charges: Command = {
  name: 'charges',
  summary: 'Quanto se deve num dia: multa, juros, correção, descontos e pagamentos, com a conta mostrada.',
  usage: `Quanto se deve num dia, com a memória de cálculo.

Uso: regua charges --principal VALOR --due DATA --on DATA [opções] [--json]

  --principal VALOR     Valor original, como 100.00 ou 1.234,56.
  --due DATA            Vencimento.
  --on DATA             Dia da conta. Padrão: hoje.
  --fine PERCENTUAL     Multa, uma vez, sobre o que não foi pago no vencimento. Padrão: 0.
  --interest PERCENTUAL Juros simples ao mês (mês de 30 dias, por dia de atraso). Padrão: 0.
  --index ÍNDICE        Correção por ipca, inpc ou igpm; os juros incidem sobre o valor corrigido. Padrão: none.
  --index-method MODO   whole-months: índices do mês do vencimento até o mês anterior ao da conta (padrão);
                        daily: cada mês na proporção dos dias.
  --taxa-legal          Juros pela Taxa Legal (Código Civil, art. 406), no lugar de --interest.
  --interest-before PERCENTUAL
                        Com --taxa-legal: juros ao mês dos dias antes de 30/08/2024. Padrão: 0, com aviso.
  --grace N             Dias de carência: dentro deles nada é cobrado; depois, conta-se desde o vencimento.
  --paid DATA=VALOR     Pagamento recebido; pode repetir. Quita juros, multa e então o principal (Código Civil, art. 354).
  --abatement VALOR     Abatimento, antes dos encargos.
  --discount VALOR|N%   Desconto por antecipação, em reais ou percentual.
  --discount-days N     Até quantos dias antes do vencimento o desconto vale. Padrão: 0.
  --business-days       Vencimento em dia não útil passa para o dia útil seguinte (Código Civil, art. 132, §1º).
  --uf UF               Feriados estaduais para --business-days.
  --consumer            O devedor é consumidor: multa acima de 2% é problema de gravidade "error" (saída 1).
  --interest-cap N      Teto de juros ao mês para os avisos. Padrão: 1.
  --indices ARQUIVO     Índices a mais, em CSV: series,month,percent,source (ipca,2026-08,0.12,IBGE); pode repetir.
                        regua indices --fetch baixa do Banco Central os meses que faltam.
  --json                {"principal","fine","interest","correction","discount","abatement","paid","credit","total",
                        "daysOverdue","asOf","outstanding":{…},"items":[{"name","label","amount","formula"}],
                        "warnings":[{"code","message","months"?}],"findings":[{"code","severity","message","field"}]}

Cada item é arredondado uma vez (meio centavo para cima) e as parcelas somam o total; em "items" o que abate é negativo.
O dia do vencimento conta e o dia do pagamento não, como na Calculadora do Cidadão do Banco Central. Mês sem índice
publicado fica fora da conta e é avisado pelo nome.

Exemplo: regua charges --principal 100.00 --due 2026-01-01 --on 2026-01-11 --fine 2 --interest 1
`,
  run: async (args, io) => {
    const { values } = readArgs(args, {
      principal: { type: 'string' },
      due: { type: 'string' },
      on: { type: 'string' },
      fine: { type: 'string' },
      interest: { type: 'string' },
      index: { type: 'string' },
      'index-method': { type: 'string' },
      'taxa-legal': { type: 'boolean' },
      'interest-before': { type: 'string' },
      grace: { type: 'string' },
      paid: { type: 'string', multiple: true },
      abatement: { type: 'string' },
      discount: { type: 'string' },
      'discount-days': { type: 'string' },
      'business-days': { type: 'boolean' },
      uf: { type: 'string' },
      consumer: { type: 'boolean' },
      'interest-cap': { type: 'string' },
      indices: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    });
    const principal = moneyOption(required(values.principal, 'principal'), 'principal');
    const dueDate = dateOption(required(values.due, 'due'), 'due');
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const terms = readTerms(values);
    const place = values.uf === undefined ? {} : { uf: parseUf(values.uf) };
    const own = await Promise.all((values.indices ?? []).map(async (path) => parseIndexCsv(await io.readFile(path))));
    const tables = own.length === 0 ? SHIPPED_TABLES : mergeIndexTables(SHIPPED_TABLES, ...own);
    const payments = (values.paid ?? []).map(readPayment);
    const payableOn = (date: CivilDate): CivilDate => nextBusinessDay(date, place);
    const result = chargeDebt(
      {
        principal,
        dueDate,
        payments,
        abatement: values.abatement === undefined ? 0 : moneyOption(values.abatement, 'abatement'),
      },
      terms,
      on,
      tables,
      values['business-days'] ? { nextBusinessDay: payableOn } : {},
    );
    const findings = chargeFindings(terms, { consumer: values.consumer ? true : undefined, interestCapPercent: values['interest-cap'], on });
    const early = values['business-days'] ? undefined : dueDateFinding(dueDate, payments, result, payableOn);
    if (early) findings.push({ ...early, message: `${early.message} Calcule com --business-days.` });
    if (values.json) printJson(io, asJson(result, findings));
    else io.stdout(asText(result, findings));
    return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
  },
};

type Values = Readonly<Partial<Record<'fine' | 'interest' | 'index' | 'index-method' | 'interest-before' | 'grace' | 'discount' | 'discount-days', string>>> & {
  readonly 'taxa-legal'?: boolean | undefined;
};

function readTerms(values: Values): ContractTerms {
  return contractTerms({
    finePercent: percentText(values.fine ?? '0', 'fine'),
    interestMonthlyPercent: percentText(values.interest ?? '0', 'interest'),
    correctionIndex: choiceOption(values.index ?? 'none', 'index', ['none', 'ipca', 'inpc', 'igpm']),
    correctionMethod: choiceOption(values['index-method'] ?? 'whole-months', 'index-method', ['whole-months', 'daily']),
    legalInterest: values['taxa-legal'] ?? false,
    interestBeforeTaxaLegalPercent: percentText(values['interest-before'] ?? '0', 'interest-before'),
    graceDays: countOption(values.grace ?? '0', 'grace'),
    ...(values.discount === undefined ? {} : { earlyDiscount: readDiscount(values.discount, values['discount-days']) }),
  });
}

function percentText(text: string, option: string): string {
  const decimal = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (/^\d+(\.\d+)?$/.test(decimal) && Number(decimal) <= 100) return decimal;
  throw new ReguaError('usage.percent', `A opção --${option} precisa de um percentual de 0 a 100, como 2 ou 0,5.`, { field: option });
}

function readDiscount(text: string, days: string | undefined): EarlyDiscount {
  const untilDaysBeforeDue = countOption(days ?? '0', 'discount-days');
  return text.trim().endsWith('%')
    ? { percent: percentText(text, 'discount'), untilDaysBeforeDue }
    : { amount: moneyOption(text, 'discount'), untilDaysBeforeDue };
}

function readPayment(text: string): Payment {
  const separator = text.indexOf('=');
  if (separator < 1) throw new ReguaError('usage.paid', 'Escreva o pagamento como --paid 2026-01-05=50.00.', { field: 'paid' });
  return { date: dateOption(text.slice(0, separator), 'paid'), amount: moneyOption(text.slice(separator + 1), 'paid') };
}

function asJson(result: DebtCharges, findings: readonly ChargeFinding[]): object {
  const { outstanding } = result;
  return {
    principal: centsToDecimal(result.principal),
    fine: centsToDecimal(result.fine),
    interest: centsToDecimal(result.interest),
    correction: centsToDecimal(result.correction),
    discount: centsToDecimal(result.discount),
    abatement: centsToDecimal(result.abatement),
    paid: centsToDecimal(result.paid),
    credit: centsToDecimal(result.credit),
    total: centsToDecimal(result.total),
    daysOverdue: result.daysOverdue,
    asOf: result.asOf,
    settledOn: result.settledOn ?? null,
    outstanding: {
      principal: centsToDecimal(outstanding.principal),
      correction: centsToDecimal(outstanding.correction),
      interest: centsToDecimal(outstanding.interest),
      fine: centsToDecimal(outstanding.fine),
    },
    items: result.items.map(({ name, label, amount, formula }) => ({ name, label, amount: centsToDecimal(amount), formula })),
    warnings: result.warnings,
    findings,
  };
}

function asText(result: DebtCharges, findings: readonly ChargeFinding[]): string {
  const rows = result.items.flatMap(({ label, amount, formula }) =>
    workingLines(formula)
      .flatMap((period) => wrapText(period, FORMULA_WIDTH))
      .map((part, index) => (index === 0 ? [label, formatMoney(amount), part] : ['', '', part])),
  );
  rows.push([
    `Total em ${formatCivilDate(result.asOf)}`,
    formatMoney(result.total),
    result.daysOverdue === 0 ? '' : `${result.daysOverdue} ${result.daysOverdue === 1 ? 'dia' : 'dias'} de atraso`,
  ]);
  const notes = [
    ...result.warnings.map(({ message }) => `Aviso: ${message}`),
    ...findings.map(({ severity, message }) => `${severity === 'error' ? 'Problema' : 'Aviso'}: ${message}`),
  ];
  return formatTable(['Item', 'Valor', 'Como se chega'], rows, ['left', 'right', 'left']) + (notes.length === 0 ? '' : `\n${notes.join('\n')}\n`);
}

/** Columns of a terminal that item and amount leave to the working. */
const FORMULA_WIDTH = 90;

import { offerPolicySchema } from '../../core/cadence/policies.ts';
import type { OfferPolicy } from '../../core/cadence/policies.ts';
import type { ContractTerms } from '../../core/charges/index.ts';
import { chargeDebts, contractTerms, readPercent } from '../../core/charges/index.ts';
import { daysBetween, formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseUf } from '../../core/identity/uf.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import type { Offer } from '../../core/offer/index.ts';
import { offersFor, pickOfferPolicy } from '../../core/offer/index.ts';
import { readCadenceFile } from '../cadence-file.ts';
import type { Command, Io } from '../io.ts';
import { countOption, dateOption, moneyOption, readArgs, required } from '../options.ts';
import { formatTable, printJson } from '../output.ts';

const OPTIONS = {
  principal: { type: 'string' },
  due: { type: 'string' },
  on: { type: 'string' },
  fine: { type: 'string' },
  interest: { type: 'string' },
  cadence: { type: 'string' },
  tier: { type: 'string' },
  'off-principal': { type: 'string' },
  'off-fine': { type: 'string' },
  'off-interest': { type: 'string' },
  'off-correction': { type: 'string' },
  'installment-share': { type: 'string' },
  'max-installments': { type: 'string' },
  rate: { type: 'string' },
  entry: { type: 'string' },
  'min-installment': { type: 'string' },
  validity: { type: 'string' },
  uf: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const offers: Command = {
  name: 'offers',
  summary: 'As propostas que a política permite: à vista e parceladas, exatas até o centavo.',
  usage: `Propostas dentro de uma política.

Uso: regua offers --principal VALOR --due DATA [--on DATA] [--cadence ARQUIVO [--tier FAIXA] | política] [--json]

  --principal VALOR       Valor original, como 1000.00.
  --due DATA, --on DATA   Vencimento e dia da proposta. Padrão de --on: hoje.
  --fine, --interest PERCENTUAL
                          Multa e juros ao mês do contrato. Padrão: 2 e 1, ou os da régua.
  --cadence ARQUIVO       Usa o contrato e a política que a régua (ou o modelo desse nome) tem para o atraso.
  --tier FAIXA            Com --cadence: a faixa do cliente.

A política, quando não vem de uma régua (percentuais de 0 a 100):
  --off-principal, --off-fine, --off-interest, --off-correction PERCENTUAL
                          Maior desconto de cada parte, à vista. Padrão: 0.
  --installment-share PERCENTUAL
                          Quanto do desconto à vista vale no parcelamento. Padrão: 0.
  --max-installments N    Padrão: 1 (só à vista).
  --rate PERCENTUAL       Juros ao mês do parcelamento (tabela Price). Padrão: 0.
  --entry PERCENTUAL      Entrada mínima. Padrão: 0.
  --min-installment VALOR Parcela mínima. Padrão: 50.00.
  --validity N            Dias de validade. Padrão: 5.
  --uf UF                 Estado do devedor: os vencimentos caem em dia útil lá.
  --json                  {"owed":{…},"policy","offers":[{"id","kind","original","total","entry","discounts":{…},
                          "financing","savings","validUntil","installments":[{"number","dueDate","amount"}],"description"}]}

Descontos são arredondados para baixo e a entrada para cima, para nunca passar da política. Entrada e parcelas somam o total.

Exemplo: regua offers --principal 1000.00 --due 2026-03-02 --on 2026-04-02 --off-fine 100 --off-interest 100 --max-installments 3
`,
  run: async (args, io) => {
    const { values } = readArgs(args, OPTIONS);
    const principal = moneyOption(required(values.principal, 'principal'), 'principal');
    const dueDate = dateOption(required(values.due, 'due'), 'due');
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const { policy, terms } = await policyAndTerms(values, daysBetween(dueDate, on), io);
    const charges = chargeDebts([{ principal, dueDate }], terms, on);
    const list = offersFor(charges, policy, on, values.uf === undefined ? {} : { uf: parseUf(values.uf) });
    if (values.json) {
      const { fine, interest, correction, total, daysOverdue } = charges;
      printJson(io, {
        owed: {
          principal: centsToDecimal(principal),
          fine: centsToDecimal(fine),
          interest: centsToDecimal(interest),
          correction: centsToDecimal(correction),
          total: centsToDecimal(total),
          daysOverdue,
        },
        policy: policy.id,
        offers: list.map(offerJson),
      });
    } else {
      io.stdout(`Devido em ${formatCivilDate(on)}: ${formatMoney(charges.total)}.\n\n`);
      const rows = list.map((offer) => [
        offer.kind === 'cash' ? 'à vista' : `${offer.installments.length}x`,
        offer.entry === null ? '' : formatMoney(offer.entry),
        formatMoney(offer.installments[0]!.amount),
        formatMoney(offer.total),
        formatMoney(offer.savings),
        formatCivilDate(offer.installments[0]!.dueDate),
      ]);
      io.stdout(
        list.length === 0
          ? 'Com este valor a política não permite proposta nenhuma.\n'
          : formatTable(['Proposta', 'Entrada', 'Parcela', 'Total', 'Economia', '1º vencimento'], rows, ['left', 'right', 'right', 'right', 'right', 'right']),
      );
    }
    return 0;
  },
};

type Values = Readonly<Partial<Record<Exclude<keyof typeof OPTIONS, 'json'>, string>>>;

async function policyAndTerms(values: Values, daysOverdue: number, io: Io): Promise<{ policy: OfferPolicy; terms: ContractTerms }> {
  const given = {
    ...(values.fine === undefined ? {} : { finePercent: percentOption(values.fine, 'fine') }),
    ...(values.interest === undefined ? {} : { interestMonthlyPercent: percentOption(values.interest, 'interest') }),
  };
  if (values.cadence === undefined) return { policy: policyOf(values), terms: contractTerms(given) };
  const { policies } = await readCadenceFile(values.cadence, io);
  const policy = pickOfferPolicy(policies, values.tier, daysOverdue);
  if (!policy)
    throw new ReguaError(
      'offers.no-policy',
      `A régua não tem proposta para ${daysOverdue} dias de atraso${values.tier === undefined ? '' : ` na faixa "${values.tier}"`}.`,
      { field: 'cadence' },
    );
  return { policy, terms: { ...policies.contract, ...contractTerms({ ...policies.contract, ...given }) } };
}

function policyOf(values: Values): OfferPolicy {
  const percent = (name: 'off-principal' | 'off-fine' | 'off-interest' | 'off-correction' | 'installment-share' | 'rate' | 'entry'): number =>
    Number(percentOption(values[name] ?? '0', name));
  const parsed = offerPolicySchema.safeParse({
    id: 'linha-de-comando',
    name: 'Linha de comando',
    discount: { principal: percent('off-principal'), fine: percent('off-fine'), interest: percent('off-interest'), correction: percent('off-correction') },
    installmentDiscountShare: percent('installment-share'),
    maxInstallments: countOption(values['max-installments'] ?? '1', 'max-installments'),
    monthlyRatePercent: percent('rate'),
    minEntryPercent: percent('entry'),
    minInstallmentCents: moneyOption(values['min-installment'] ?? '50.00', 'min-installment'),
    validityDays: countOption(values.validity ?? '5', 'validity'),
  });
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path[0] === 'validityDays' ? 'validity' : 'max-installments';
  throw new ReguaError('usage.policy', field === 'validity' ? 'A validade vai de 0 a 90 dias.' : 'O número de parcelas vai de 1 a 120.', { field });
}

function percentOption(text: string, option: string): string {
  const percent = readPercent(text);
  if (percent !== undefined) return percent;
  throw new ReguaError('usage.percent', `A opção --${option} precisa de um percentual de 0 a 100, como 2 ou 0,5.`, { field: option });
}

function offerJson(offer: Offer): object {
  const { principal, fine, interest, correction, total } = offer.discounts;
  return {
    id: offer.id,
    kind: offer.kind,
    original: centsToDecimal(offer.original),
    total: centsToDecimal(offer.total),
    entry: offer.entry === null ? null : centsToDecimal(offer.entry),
    discounts: {
      principal: centsToDecimal(principal),
      fine: centsToDecimal(fine),
      interest: centsToDecimal(interest),
      correction: centsToDecimal(correction),
      total: centsToDecimal(total),
    },
    financing: centsToDecimal(offer.financing),
    savings: centsToDecimal(offer.savings),
    validUntil: offer.validUntil,
    installments: offer.installments.map(({ number, dueDate, amount }) => ({ number, dueDate, amount: centsToDecimal(amount) })),
    description: offer.description,
  };
}

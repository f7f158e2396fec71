import { id, money, number, rows, text } from './field.ts';

export const TIER_FIELDS = {
  id: id({ parameter: 'id', label: 'Código', placeholder: 'cliente-valioso', help: 'Sem espaços nem acentos; não mude depois de começar', required: true }),
  name: text({ parameter: 'name', label: 'Nome da faixa', placeholder: 'Cliente valioso', required: true, minLength: 1, maxLength: 60 }),
  description: text({ parameter: 'description', label: 'Descrição', maxLength: 300 }),
} as const;

/** All conditions that are given must hold; a tier without conditions takes everyone. */
export const TIER_RULE_FIELDS = {
  minLifetimeValueCents: money({
    parameter: 'minLifetimeValue',
    label: 'Já comprou ao menos',
    placeholder: '10.000,00',
    help: 'Tudo o que o cliente já comprou.',
    optional: true,
    absent: 'não olhar isto',
    asText: true,
  }),
  maxLifetimeValueCents: money({
    parameter: 'maxLifetimeValue',
    label: 'Já comprou no máximo',
    placeholder: '50.000,00',
    help: 'Tudo o que o cliente já comprou.',
    optional: true,
    absent: 'não olhar isto',
    asText: true,
  }),
  /** Debt ÷ lifetime value, percent: R$ 300 owed by who spent R$ 10.000 is 3. */
  maxDebtToLifetimePercent: number({
    parameter: 'maxDebtToLifetimePercent',
    label: 'Deve no máximo (do que já comprou)',
    placeholder: '5',
    help: 'Quem gastou R$ 10.000 e deve R$ 300 tem 3%.',
    optional: true,
    absent: 'não olhar isto',
    asText: true,
    fractional: true,
    min: 0,
    unit: '%',
  }),
  /** Invoices paid on time ÷ invoices paid, percent; who never paid one has no punctuality and fails the condition. */
  minPunctualityPercent: number({
    parameter: 'minPunctualityPercent',
    label: 'Pagou em dia ao menos',
    placeholder: '80',
    help: 'Faturas pagas em dia sobre faturas pagas.',
    optional: true,
    absent: 'não olhar isto',
    asText: true,
    fractional: true,
    min: 0,
    max: 100,
    unit: '%',
  }),
  minRelationshipMonths: number({
    parameter: 'minRelationshipMonths',
    label: 'Cliente há pelo menos (meses)',
    placeholder: '12',
    help: 'Tempo de relacionamento.',
    optional: true,
    absent: 'não olhar isto',
    asText: true,
    min: 0,
  }),
  minDebtCents: money({
    parameter: 'minDebt',
    label: 'Deve pelo menos',
    placeholder: '100,00',
    help: 'Total com encargos, hoje.',
    optional: true,
    absent: 'não olhar isto',
    asText: true,
  }),
  maxDebtCents: money({
    parameter: 'maxDebt',
    label: 'Deve no máximo',
    placeholder: '5.000,00',
    help: 'Total com encargos, hoje.',
    optional: true,
    absent: 'não olhar isto',
    asText: true,
  }),
} as const;

/** The tiers as their node lists them: one output for each, and a tier's rule beside its name. */
export const TIERS = rows({
  parameter: 'tiers',
  label: 'Faixas',
  required: true,
  item: 'tier',
  itemLabel: 'Faixa',
  add: 'Acrescentar faixa',
  default: [{ id: 'all', name: 'Todos', description: '' }],
  fields: { ...TIER_FIELDS, ...TIER_RULE_FIELDS },
});

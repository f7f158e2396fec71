import type { Tier, TierRule } from '../cadence/policies.ts';
import type { Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import type { TierDecision } from './decision.ts';
import type { GoodPayerRule } from './good-payer.ts';
import { DEFAULT_GOOD_PAYER, isGoodPayer } from './good-payer.ts';
import type { TierMetrics } from './metrics.ts';
import { tierMetrics } from './metrics.ts';

/**
 * The first tier whose rule holds; when none does, the last one, so that no debtor is lost to a gap between rules.
 * @param debtTotal what is owed on `on`, with charges, cents
 * @throws ReguaError `tiers.none`
 */
export function decideTier(
  subject: Case,
  tiers: readonly Tier[],
  debtTotal: Cents,
  on: CivilDate,
  goodPayer: GoodPayerRule = DEFAULT_GOOD_PAYER,
): TierDecision {
  const last = tiers.at(-1);
  if (!last) throw new ReguaError('tiers.none', 'A régua precisa de pelo menos uma faixa de clientes.', { field: 'tiers' });
  const metrics = tierMetrics(subject, debtTotal, on);
  const good = isGoodPayer(metrics, subject.debtor.invoicesPaid, goodPayer);
  const benefit = good ? ['Bom pagador: costuma pagar em dia.'] : [];
  for (const tier of tiers) {
    const conditions = conditionsOf(tier.rule, metrics);
    if (!conditions.every((condition) => condition.holds)) continue;
    const reasons = conditions.length === 0 ? [`A faixa ${tier.name} recebe quem não coube nas anteriores.`] : conditions.map(({ words }) => words());
    return { tierId: tier.id, tierName: tier.name, metrics, goodPayer: good, reasons: [...reasons, ...benefit] };
  }
  return {
    tierId: last.id,
    tierName: last.name,
    metrics,
    goodPayer: good,
    reasons: [`Nenhuma regra serviu; ficou na última faixa, ${last.name}.`, ...benefit],
  };
}

interface Condition {
  readonly holds: boolean;
  /** Written only for the tier that is given. */
  readonly words: () => string;
}

/** An unknown figure fails its condition: a benefit is never given, nor a severity chosen, on what is not known. */
function conditionsOf(rule: TierRule, metrics: TierMetrics): Condition[] {
  const { lifetimeValue, debt, debtToLifetimePercent, punctualityPercent, relationshipMonths } = metrics;
  const conditions: Condition[] = [];
  const ask = (limit: number | undefined, holds: (limit: number) => boolean, words: (limit: number) => string): void => {
    if (limit !== undefined) conditions.push({ holds: holds(limit), words: () => words(limit) });
  };
  ask(
    rule.minLifetimeValueCents,
    (min) => lifetimeValue >= min,
    (min) => `Já comprou ${formatMoney(lifetimeValue)} (a faixa pede ${formatMoney(min)} ou mais).`,
  );
  ask(
    rule.maxLifetimeValueCents,
    (max) => lifetimeValue <= max,
    (max) => `Já comprou ${formatMoney(lifetimeValue)} (a faixa vai até ${formatMoney(max)}).`,
  );
  ask(
    rule.maxDebtToLifetimePercent,
    (max) => debtToLifetimePercent !== null && debtToLifetimePercent <= max,
    (max) => `A dívida de ${formatMoney(debt)} é ${percent(debtToLifetimePercent)} do que já comprou (a faixa vai até ${percent(max)}).`,
  );
  ask(
    rule.minPunctualityPercent,
    (min) => punctualityPercent !== null && punctualityPercent >= min,
    (min) => `Pagou em dia ${percent(punctualityPercent)} das faturas (a faixa pede ${percent(min)}).`,
  );
  ask(
    rule.minRelationshipMonths,
    (min) => relationshipMonths !== null && relationshipMonths >= min,
    (min) => `É cliente há ${months(relationshipMonths ?? 0)} (a faixa pede ${months(min)}).`,
  );
  ask(
    rule.minDebtCents,
    (min) => debt >= min,
    (min) => `Deve ${formatMoney(debt)} (a faixa começa em ${formatMoney(min)}).`,
  );
  ask(
    rule.maxDebtCents,
    (max) => debt <= max,
    (max) => `Deve ${formatMoney(debt)} (a faixa vai até ${formatMoney(max)}).`,
  );
  return conditions;
}

const percent = (value: number | null): string => `${String(Math.round((value ?? 0) * 10) / 10).replace('.', ',')}%`;
const months = (count: number): string => `${count} ${count === 1 ? 'mês' : 'meses'}`;

import Big from 'big.js';
import type { Tier, TierRule } from '../../core/cadence/policies.ts';
import { tierSchema } from '../../core/cadence/policies.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseMoney } from '../../core/money.ts';
import type { LtvTierParameters } from '../../core/workflow/parameters.ts';

type TierFields = Partial<LtvTierParameters['tiers']['tier'][number]>;

/** @throws ReguaError `tier.*` naming the tier and the field that is wrong */
export function tiersFrom(fields: readonly TierFields[]): Tier[] {
  return fields.map((tier, index) => {
    const label = tier.name?.trim() || `faixa ${index + 1}`;
    const parsed = tierSchema.safeParse({
      id: tier.id?.trim(),
      name: tier.name?.trim() || tier.id?.trim(),
      description: tier.description ?? '',
      rule: ruleOf(tier, label),
    });
    if (parsed.success) return parsed.data;
    const field = parsed.error.issues[0]!.path.map(String).join('.');
    throw new ReguaError(
      'tier.invalid',
      `Confira a faixa "${label}": o campo ${field} está vazio ou fora do permitido. O código usa só letras, números, hífen e sublinhado.`,
      { field },
    );
  });
}

function ruleOf(tier: TierFields, label: string): TierRule {
  const rule: { -readonly [K in keyof TierRule]: TierRule[K] } = {};
  const set = (key: keyof TierRule, value: string | number | undefined, read: (text: string) => number): void => {
    const text = String(value ?? '').trim();
    if (text === '') return;
    const limit = readNumber(read, text);
    if (limit === undefined)
      throw new ReguaError('tier.unreadable', `Confira a faixa "${label}": não entendi "${text}". Escreva um número, como 1.500,00 ou 80.`, { field: key });
    rule[key] = limit;
  };
  const percent = (text: string): number => Number(new Big(text.replace(/\s*%$/, '').replace(',', '.')));
  set('minLifetimeValueCents', tier.minLifetimeValue, parseMoney);
  set('maxLifetimeValueCents', tier.maxLifetimeValue, parseMoney);
  set('maxDebtToLifetimePercent', tier.maxDebtToLifetimePercent, percent);
  set('minPunctualityPercent', tier.minPunctualityPercent, percent);
  set('minRelationshipMonths', tier.minRelationshipMonths, percent);
  set('minDebtCents', tier.minDebt, parseMoney);
  set('maxDebtCents', tier.maxDebt, parseMoney);
  return rule;
}

function readNumber(read: (text: string) => number, text: string): number | undefined {
  try {
    return read(text);
  } catch {
    return undefined;
  }
}

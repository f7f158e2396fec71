import { tierSchema, type Tier } from '../../cadence/policies.ts';
import type { LtvTierParameters } from '../parameters.ts';
import { fromText, toText } from './amount.ts';

export function encodeTiers(tiers: readonly Tier[]): LtvTierParameters & Record<string, unknown> {
  const reais = (cents: number | undefined): string => (cents === undefined ? '' : toText(cents / 100));
  return {
    tiers: {
      tier: tiers.map(({ id, name, description, rule }) => ({
        id,
        name,
        description,
        minLifetimeValue: reais(rule.minLifetimeValueCents),
        maxLifetimeValue: reais(rule.maxLifetimeValueCents),
        maxDebtToLifetimePercent: toText(rule.maxDebtToLifetimePercent),
        minPunctualityPercent: toText(rule.minPunctualityPercent),
        minRelationshipMonths: toText(rule.minRelationshipMonths),
        minDebt: reais(rule.minDebtCents),
        maxDebt: reais(rule.maxDebtCents),
      })),
    },
  };
}

/** @throws when a threshold is no number */
export function decodeTiers(parameters: Record<string, unknown>): Tier[] {
  const list = (parameters['tiers'] as { tier?: Record<string, unknown>[] } | undefined)?.tier ?? [];
  return list.map((tier, index) =>
    tierSchema.parse({
      id: tier['id'] || `tier-${index + 1}`,
      name: tier['name'] || `Faixa ${index + 1}`,
      description: tier['description'] ?? '',
      rule: withoutUndefined({
        minLifetimeValueCents: cents(tier['minLifetimeValue']),
        maxLifetimeValueCents: cents(tier['maxLifetimeValue']),
        maxDebtToLifetimePercent: fromText(tier['maxDebtToLifetimePercent']),
        minPunctualityPercent: fromText(tier['minPunctualityPercent']),
        minRelationshipMonths: fromText(tier['minRelationshipMonths']),
        minDebtCents: cents(tier['minDebt']),
        maxDebtCents: cents(tier['maxDebt']),
      }),
    }),
  );
}

function cents(text: unknown): number | undefined {
  const value = fromText(text);
  return value === undefined ? undefined : Math.round(value * 100);
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

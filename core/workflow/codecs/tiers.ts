import { TIER_FIELDS, TIER_RULE_FIELDS, TIERS } from '../../cadence/definitions/tiers.ts';
import { tierSchema, type Tier } from '../../cadence/policies.ts';
import type { LtvTierParameters } from '../parameters.ts';
import { decodeField, encodeFields } from './fields.ts';

export function encodeTiers(tiers: readonly Tier[]): LtvTierParameters & Record<string, unknown> {
  return encodeFields({ tiers: TIERS }, { tiers: tiers.map(({ rule, ...tier }) => ({ ...tier, ...rule })) });
}

/** @throws when a threshold is no number, or a field is outside its limits */
export function decodeTiers(parameters: Record<string, unknown>): Tier[] {
  const tiers = decodeField(TIERS, parameters['tiers']) as Record<string, unknown>[];
  return tiers.map((row, index) => {
    const pick = (fields: object): Record<string, unknown> => Object.fromEntries(Object.entries(row).filter(([name]) => name in fields));
    return tierSchema.parse({
      ...pick(TIER_FIELDS),
      id: row['id'] || `tier-${index + 1}`,
      name: row['name'] || `Faixa ${index + 1}`,
      rule: pick(TIER_RULE_FIELDS),
    });
  });
}

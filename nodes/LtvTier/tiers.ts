import { TIER_RULE_FIELDS, type Field } from '../../core/cadence/definitions/index.ts';
import type { Tier } from '../../core/cadence/policies.ts';
import { tierSchema } from '../../core/cadence/policies.ts';
import { ReguaError } from '../../core/errors.ts';
import { decodeField, type LtvTierParameters } from '../../core/workflow/index.ts';

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

function ruleOf(tier: TierFields, label: string): Record<string, unknown> {
  const rule: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(TIER_RULE_FIELDS)) {
    const text = String(tier[field.parameter] ?? '').trim();
    if (text === '') continue;
    const limit = readLimit(field, text);
    if (limit === undefined)
      throw new ReguaError('tier.unreadable', `Confira a faixa "${label}": não entendi "${text}". Escreva um número, como 1.500,00 ou 80.`, { field: key });
    rule[key] = limit;
  }
  return rule;
}

function readLimit(field: Field, text: string): unknown {
  try {
    return decodeField(field, text);
  } catch {
    return undefined;
  }
}

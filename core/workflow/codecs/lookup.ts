import { z } from 'zod';
import { CADENCE_FIELDS } from '../../cadence/definitions/cadence.ts';
import { creditorSchema, frequencySchema, policiesSchema, type Creditor, type Policies } from '../../cadence/policies.ts';
import type { CadenceDocument } from '../../cadence/document.ts';
import { DEFAULT_PORTFOLIO, portfolioNameSchema } from '../../portfolio/portfolio-name.ts';
import type { DebtorLookupParameters } from '../parameters.ts';
import { decodeFields, encodeFields } from './fields.ts';

export const LOOKUP_DEFAULTS = { today: '', limit: 10_000 } as const;

/** The lookup node carries what the whole cadence shares: identity, creditor and rules. */
export function encodeLookup(document: CadenceDocument): Record<string, unknown> & DebtorLookupParameters {
  const { frequency, ...rules } = document.policies;
  return {
    operation: 'due',
    portfolio: document.portfolio,
    ...LOOKUP_DEFAULTS,
    ...encodeFields(CADENCE_FIELDS, document),
    creditor: { ...document.creditor },
    frequency: { ...frequency },
    policies: JSON.stringify(rules, null, 2),
  };
}

export interface LookupContent {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly portfolio: string;
  readonly creditor: Creditor;
  readonly policies: Policies;
}

/** @returns the content and, in Portuguese, what could not be read and was replaced by defaults */
export function decodeLookup(p: Record<string, unknown>): { content: LookupContent; problems: { field: string; message: string }[] } {
  const problems: { field: string; message: string }[] = [];
  const creditor = creditorSchema.safeParse(p['creditor'] ?? {});
  if (!creditor.success) problems.push({ field: 'creditor', message: 'Os dados do credor não puderam ser lidos.' });
  const policies = policiesSchema.safeParse({ ...rulesOf(p['policies']), frequency: frequencySchema.safeParse(p['frequency'] ?? {}).data ?? {} });
  if (!policies.success)
    problems.push({ field: 'policies', message: 'As regras (JSON) não puderam ser lidas; usei as regras padrão até que sejam corrigidas.' });
  if (!frequencySchema.safeParse(p['frequency'] ?? {}).success) problems.push({ field: 'frequency', message: 'Os limites de contato não puderam ser lidos.' });
  const portfolio = readPortfolio(p['portfolio']);
  if (portfolio === undefined)
    problems.push({
      field: 'portfolio',
      message: 'O nome da carteira não pôde ser lido (talvez seja uma expressão). Dê o nome da carteira nas regras da régua.',
    });
  return {
    content: {
      ...readIdentity(p),
      portfolio: portfolio ?? '',
      creditor: creditor.data ?? creditorSchema.parse({}),
      policies: policies.data ?? policiesSchema.parse({}),
    },
    problems,
  };
}

/** Each on its own: one that can't be read doesn't take the others with it. */
function readIdentity(p: Record<string, unknown>): Pick<CadenceDocument, 'id' | 'name' | 'description'> {
  const read = decodeFields(CADENCE_FIELDS, p);
  const schema = z.object({
    id: CADENCE_FIELDS.id.schema.catch(CADENCE_FIELDS.id.default),
    name: CADENCE_FIELDS.name.schema.catch(CADENCE_FIELDS.name.default),
    description: CADENCE_FIELDS.description.schema.catch(''),
  });
  return schema.parse(read);
}

/** n8n leaves a parameter out that stands at its default; one that was picked from the list is an object with the name in it. */
function readPortfolio(value: unknown): string | undefined {
  if (value === undefined) return DEFAULT_PORTFOLIO;
  const name = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  if (typeof name === 'string' && name.startsWith('=')) return undefined;
  return portfolioNameSchema.safeParse(name).data;
}

/** Broken JSON gives something the schema refuses, so that it is reported once, by the schema. */
function rulesOf(policies: unknown): Record<string, unknown> {
  if (policies === undefined || policies === '') return {};
  if (typeof policies === 'object' && policies !== null) return policies as Record<string, unknown>;
  try {
    return JSON.parse(String(policies)) as Record<string, unknown>;
  } catch {
    return { unreadable: true };
  }
}

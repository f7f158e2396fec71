import type { ZodError } from 'zod';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import { creditorSchema, frequencySchema, policiesSchema } from '../../core/cadence/policies.ts';
import { idSchema } from '../../core/cadence/blocks.ts';
import { ReguaError } from '../../core/errors.ts';

export interface SettingsParameters {
  readonly cadenceId: string;
  readonly cadenceName: string;
  readonly creditor: object;
  readonly frequency: object;
  /** JSON text, or already an object when an expression gave one. */
  readonly policies: string | object;
}

/**
 * The rules a run is held under, from the node's fields.
 * @throws ReguaError `settings.*` naming the field that is wrong
 */
export function settingsFrom(parameters: SettingsParameters): CadenceSettings {
  const cadenceId = idSchema.safeParse(parameters.cadenceId.trim());
  if (!cadenceId.success) {
    throw new ReguaError('settings.cadence-id', 'O código da régua precisa ter só letras, números, hífen ou sublinhado, sem espaços.', { field: 'cadenceId' });
  }
  const creditor = creditorSchema.safeParse(parameters.creditor);
  if (!creditor.success) throw broken('Credor', 'creditor', creditor.error);
  const frequency = frequencySchema.safeParse(parameters.frequency);
  if (!frequency.success) throw broken('Limite de contatos', 'frequency', frequency.error);
  const policies = policiesSchema.safeParse({ ...policiesObject(parameters.policies), frequency: frequency.data });
  if (!policies.success) throw broken('Demais políticas', 'policies', policies.error);
  return { cadenceId: cadenceId.data, cadenceName: parameters.cadenceName.trim() || cadenceId.data, creditor: creditor.data, policies: policies.data };
}

function policiesObject(value: string | object): object {
  const parsed = typeof value === 'string' ? readJson(value) : value;
  if (parsed === undefined) {
    throw new ReguaError(
      'settings.policies-json',
      'O campo "Demais políticas" não é um JSON válido. Exporte de novo a régua pelo designer, ou confira vírgulas e aspas.',
      { field: 'policies' },
    );
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new ReguaError('settings.policies-json', 'O campo "Demais políticas" precisa ser um objeto JSON, entre chaves.', { field: 'policies' });
  }
  return parsed;
}

function readJson(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function broken(label: string, field: string, error: ZodError): ReguaError {
  const issue = error.issues[0]!;
  const place = [field, ...issue.path.map(String)].join('.');
  const what =
    issue.code === 'unrecognized_keys' ? `não conheço ${issue.keys.join(', ')}` : issue.code === 'custom' ? issue.message : 'o valor está fora do permitido';
  return new ReguaError(`settings.${field}`, `Confira o campo "${label}" (em ${place}): ${what}.`, { field: place });
}

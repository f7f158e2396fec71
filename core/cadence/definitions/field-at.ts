import { BLOCKS } from './blocks.ts';
import { CADENCE_FIELDS, STEP_FIELDS, TRACK_FIELDS } from './cadence.ts';
import { CREDITOR_FIELDS, FREQUENCY_FIELDS } from './creditor.ts';
import type { Field, Fields } from './field.ts';
import { TIER_FIELDS, TIER_RULE_FIELDS } from './tiers.ts';

/** Where each part's fields stand in a document; the last group is what remains of the path. */
const PARTS: readonly (readonly [RegExp, Fields])[] = [
  [/^([a-z]+)$/i, CADENCE_FIELDS],
  [/^creditor\.(\w+)$/, CREDITOR_FIELDS],
  [/^policies\.frequency\.(\w+)$/, FREQUENCY_FIELDS],
  [/^tiers\.\d+\.(\w+)$/, TIER_FIELDS],
  [/^tiers\.\d+\.rule\.(\w+)$/, TIER_RULE_FIELDS],
  [/^tracks\.\d+\.(\w+)$/, TRACK_FIELDS],
  [/^tracks\.\d+\.steps\.\d+\.(\w+)$/, STEP_FIELDS],
];
const BLOCK = /^((?:tracks\.\d+\.steps\.\d+\.blocks|events\.\w+)\.\d+)\.(.+)$/;

/** The field that a path into a document names, such as `tracks.0.steps.2.day`; undefined where nothing is defined. */
export function fieldAt(document: unknown, path: string): Field | undefined {
  const block = BLOCK.exec(path);
  if (block) {
    const kind = (valueAt(document, block[1]!) as { kind?: unknown } | undefined)?.kind;
    return typeof kind === 'string' && Object.hasOwn(BLOCKS, kind) ? within(BLOCKS[kind as keyof typeof BLOCKS].fields, block[2]!) : undefined;
  }
  for (const [pattern, fields] of PARTS) {
    const match = pattern.exec(path);
    if (match) return own(fields, match[1]!);
  }
  return undefined;
}

function within(fields: Fields, path: string): Field | undefined {
  const [name, , ...rest] = path.split('.');
  const field = own(fields, name!);
  return field?.kind === 'rows' && rest.length > 0 ? within(field.fields, rest.join('.')) : field;
}

const own = (fields: Fields, name: string): Field | undefined => (Object.hasOwn(fields, name) ? fields[name] : undefined);

function valueAt(document: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), document);
}

/** What a field may hold, as a sentence for who wrote something else. */
export function allowedIn(field: Field): string {
  switch (field.kind) {
    case 'text':
      return `Escreva ${field.minLength === undefined ? 'até' : `de ${field.minLength} a`} ${field.maxLength} caracteres.`;
    case 'id':
      return 'Use só letras sem acento, números, hífen ou sublinhado.';
    case 'number':
      return field.max === undefined ? `Escreva um número a partir de ${field.min}.` : `Escreva um número de ${field.min} a ${field.max}.`;
    case 'money':
      return 'Escreva um valor em centavos, sem sinal de menos.';
    case 'toggle':
      return 'Escreva true ou false.';
    case 'choice':
      return `Use um destes: ${field.options.map(({ value }) => value).join(', ')}.`;
    case 'list':
      return `Use ${field.min ? `ao menos ${field.min} destes` : 'estes'}: ${field.options.map(({ value }) => value).join(', ')}.`;
    case 'rows':
      return field.min ? `Acrescente ao menos ${field.min}.` : 'Escreva uma lista.';
    default:
      return field satisfies never;
  }
}

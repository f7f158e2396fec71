import { defaultOf, isOptional, type Field, type Fields, type Option } from '../../cadence/definitions/field.ts';
import { fromReais, fromText, reaisFromText, toReais, toText } from './amount.ts';

/** What a field is among a node's parameters: amounts in reais, an absent value as empty text or 0, rows under the name of a row. */
export type ParameterOf<F> = F extends { readonly asText: true }
  ? string
  : F extends { readonly kind: 'number' | 'money' }
    ? number
    : F extends { readonly kind: 'toggle' }
      ? boolean
      : F extends { readonly kind: 'choice'; readonly options: readonly Option<infer Value>[] }
        ? Value | (F extends { readonly optional: true } ? '' : never)
        : F extends { readonly kind: 'list'; readonly options: readonly Option<infer Value>[] }
          ? Value[]
          : F extends { readonly kind: 'rows'; readonly item: infer Item extends string; readonly fields: infer Row extends Fields }
            ? { [Name in Item]: ParametersOf<Row>[] }
            : string;

/** The parameters of all fields, by their names in n8n. */
export type ParametersOf<F extends Fields> = { [Name in keyof F as F[Name]['parameter']]: ParameterOf<F[Name]> };

type Values = Readonly<Record<string, unknown>>;

/** A part's fields as its node's parameters; every one is written, also when it says the default. */
export function encodeFields<F extends Fields>(fields: F, values: Values): ParametersOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [field.parameter, encodeField(field, values[name])])) as ParametersOf<F>;
}

/**
 * A node's parameters as its part's fields. A parameter that is not there is the definition's default: n8n's editor leaves out what equals it.
 * What is read is for the schema to judge. @throws TypeError or ReguaError when an amount is no amount
 */
export function decodeFields(fields: Fields, parameters: Values): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = decodeField(field, parameters[field.parameter]);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** @param value as a document holds it; undefined = absent */
export function encodeField(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'text':
    case 'id':
    case 'choice':
      return value ?? '';
    case 'number':
      return field.asText ? toText(value as number | undefined) : (value ?? 0);
    case 'money': {
      const reais = value === undefined ? undefined : toReais(value as number);
      return field.asText ? toText(reais) : (reais ?? 0);
    }
    case 'toggle':
      return value;
    case 'list':
      return [...(value as readonly unknown[])];
    case 'rows':
      return { [field.item]: (value as readonly Values[]).map((row) => encodeFields(field.fields, row)) };
    default:
      return field satisfies never;
  }
}

/** The inverse of {@link encodeField}; undefined = absent. */
export function decodeField(field: Field, parameter: unknown): unknown {
  if (parameter === undefined) return defaultOf(field);
  const optional = isOptional(field);
  if (optional && (parameter === '' || parameter === null)) return undefined;
  switch (field.kind) {
    case 'text':
    case 'id':
    case 'choice':
    case 'toggle':
    case 'list':
      return parameter;
    case 'number': {
      const value = field.asText ? fromText(parameter) : parameter;
      return optional && !field.asText && value === 0 ? undefined : value;
    }
    case 'money': {
      const cents = field.asText ? reaisFromText(parameter) : fromReais(parameter);
      return optional && !field.asText && cents === 0 ? undefined : cents;
    }
    case 'rows': {
      const list = (parameter as Readonly<Record<string, unknown>>)[field.item] ?? [];
      return Array.isArray(list) ? list.map((row: Values) => decodeFields(field.fields, row)) : list;
    }
    default:
      return field satisfies never;
  }
}

/** The value that a parameter has in n8n's form to begin with, at this version of the node. */
export function defaultParameter(field: Field, version = Number.POSITIVE_INFINITY): unknown {
  const former = 'formerly' in field ? field.formerly?.find(({ until }) => version <= until) : undefined;
  return encodeField(field, former ? former.default : defaultOf(field));
}

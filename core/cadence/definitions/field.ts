import { z } from 'zod';
import { idSchema } from '../id.ts';

/**
 * One thing that a part of a cadence says, defined once: what it is called, what it may hold and what it is when nobody says otherwise.
 * The document's schema, n8n's form, what is written there and read back, the designer's form and the comparison all follow from it.
 */
interface About<Parameter extends string> {
  /** Its name among the node's parameters in n8n. Never changed without a migration. */
  readonly parameter: Parameter;
  /** Portuguese, as both forms show it. */
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
}

/** `required`: a document has to say it. `optional`: it may be absent, and n8n's form shows that as empty or 0. Neither: absent is the default. */
interface Presence {
  readonly required?: true;
  readonly optional?: true;
  /** What absent means, in words: "sem limite". */
  readonly absent?: string;
}

interface Default<Value> {
  /** What n8n's form begins with, and therefore what a parameter means that n8n left out. Defaults to empty, 0 or false. */
  readonly default?: Value;
  /** Other defaults that earlier versions of the node had, each one `until` that version, in order. Of a node's own fields: a row's take a migration of its own. */
  readonly formerly?: readonly { readonly until: number; readonly default: Value }[];
}

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly help?: string;
}

type TextOptions = About<string> & Presence & Default<string> & { readonly maxLength: number; readonly minLength?: number; readonly rows?: number };
type IdOptions = About<string> & Presence & Default<string>;
type NumberOptions = About<string> & Presence & Default<number> & Limits & { readonly fractional?: true; readonly unit?: string; readonly asText?: true };
type MoneyOptions = About<string> & Presence & Default<number> & Partial<Limits> & { readonly asText?: true };
type ToggleOptions = About<string> & Default<boolean>;
type ChoiceOptions = About<string> & Presence & Default<string> & { readonly options: readonly Option[] };
type ListOptions = About<string> & Presence & Default<readonly string[]> & { readonly options: readonly Option[]; readonly min?: number };
type RowsOptions = About<string> &
  Presence & {
    /** The name of a row in n8n's parameters, and in words. */
    readonly item: string;
    readonly itemLabel: string;
    readonly add: string;
    readonly min?: number;
    readonly fields: Fields;
    /** Rows as a document holds them. */
    readonly default: readonly Readonly<Record<string, unknown>>[];
  };

/** Bounds, both inclusive; no `max` = none. */
export interface Limits {
  readonly min: number;
  readonly max?: number;
}

/** A field's schema with its presence put around it. */
type Present<Base extends z.ZodType, Options> = Options extends { readonly optional: true }
  ? z.ZodOptional<Base>
  : Options extends { readonly required: true }
    ? Base
    : z.ZodDefault<Base>;

type ValueOf<Options> = Options extends { readonly options: readonly Option<infer Value>[] } ? Value : never;
/** An enum whose type is the union of the options' values. */
type EnumOf<Options> = z.ZodEnum<{ [Value in ValueOf<Options>]: Value }>;
type RowOf<Options> = Options extends { readonly fields: infer F extends Fields } ? z.ZodObject<SchemasOf<F>, z.core.$strict> : never;

type Kept<Kind extends string, Options, Schema extends z.ZodType> = Options & { readonly kind: Kind; readonly schema: Schema };

export type TextField = Kept<'text', TextOptions, z.ZodType>;
export type IdField = Kept<'id', IdOptions, z.ZodType>;
export type NumberField = Kept<'number', NumberOptions, z.ZodType>;
/** Integer cents in the document, reais in n8n. */
export type MoneyField = Kept<'money', MoneyOptions, z.ZodType>;
export type ToggleField = Kept<'toggle', ToggleOptions, z.ZodType>;
export type ChoiceField = Kept<'choice', ChoiceOptions, z.ZodType>;
/** Several of the options, in an order that means something. */
export type ListField = Kept<'list', ListOptions, z.ZodType>;
/** Records with fields of their own. */
export type RowsField = Kept<'rows', RowsOptions, z.ZodType>;
export type Field = TextField | IdField | NumberField | MoneyField | ToggleField | ChoiceField | ListField | RowsField;

/** By the name that the document gives each. */
export interface Fields {
  readonly [name: string]: Field;
}

export type SchemasOf<F extends Fields> = { -readonly [Name in keyof F]: F[Name]['schema'] };

export function schemasOf<F extends Fields>(fields: F): SchemasOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as SchemasOf<F>;
}

export function text<const O extends TextOptions>(options: O): Kept<'text', O, Present<z.ZodString, O>> {
  const base = z.string().max(options.maxLength);
  return kept('text', options, options.minLength === undefined ? base : base.min(options.minLength), '');
}

export function id<const O extends IdOptions>(options: O): Kept<'id', O, Present<typeof idSchema, O>> {
  return kept('id', options, idSchema, '');
}

export function number<const O extends NumberOptions>(options: O): Kept<'number', O, Present<z.ZodNumber, O>> {
  const base = (options.fractional ? z.number() : z.int()).min(options.min);
  return kept('number', options, options.max === undefined ? base : base.max(options.max), 0);
}

export function money<const O extends MoneyOptions>(options: O): Kept<'money', O, Present<z.ZodNumber, O>> {
  const base = z.int().min(options.min ?? 0);
  return kept('money', options, options.max === undefined ? base : base.max(options.max), 0);
}

export function toggle<const O extends ToggleOptions>(options: O): Kept<'toggle', O, z.ZodDefault<z.ZodBoolean>> {
  return kept('toggle', options, z.boolean(), false);
}

export function choice<const O extends ChoiceOptions>(options: O): Kept<'choice', O, Present<EnumOf<O>, O>> {
  return kept('choice', options, z.enum(valuesOf(options.options)), options.options[0]!.value);
}

export function list<const O extends ListOptions>(options: O): Kept<'list', O, Present<z.ZodArray<EnumOf<O>>, O>> {
  return kept('list', options, z.array(z.enum(valuesOf(options.options))).min(options.min ?? 0), []);
}

export function rows<const O extends RowsOptions>(options: O): Kept<'rows', O, Present<z.ZodArray<RowOf<O>>, O>> {
  return kept('rows', options, z.array(z.strictObject(schemasOf(options.fields))).min(options.min ?? 0), []);
}

/** The options of a choice out of values that already have their names. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
  help?: Readonly<Partial<Record<Value, string>>>,
): readonly Option<Value>[] {
  return values.map((value) => ({ value, label: labels[value], ...(help?.[value] === undefined ? {} : { help: help[value] }) }));
}

/** May a document leave it out, and mean something by it? */
export const isOptional = (field: Field): boolean => 'optional' in field && field.optional === true;

/** What an unsaid field is: undefined when it may be absent. Rows and lists are as the document holds them. */
export function defaultOf(field: Field): unknown {
  return isOptional(field) ? undefined : (field.default ?? EMPTY[field.kind](field));
}

const EMPTY: { readonly [Kind in Field['kind']]: (field: Field) => unknown } = {
  text: () => '',
  id: () => '',
  number: () => 0,
  money: () => 0,
  toggle: () => false,
  choice: (field) => (field as ChoiceField).options[0]!.value,
  list: () => [],
  rows: () => [],
};

const valuesOf = (options: readonly Option[]): string[] => options.map(({ value }) => value);

/** The types above say what comes out; here it is put together without them. */
function kept<K extends Field['kind'], Result>(kind: K, options: Presence & Default<unknown>, base: z.ZodType, empty: unknown): Result {
  const schema = options.optional ? base.optional() : options.required ? base : base.default(options.default ?? empty);
  return Object.freeze({ ...options, kind, schema }) as Result;
}

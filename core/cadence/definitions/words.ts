import type { Field, Fields, Option } from './field.ts';

/** The words of one field that a form shows; another language has to give as many. */
export type FieldWords<F> = { readonly label: string } & (F extends { readonly help: string } ? { readonly help: string } : unknown) &
  (F extends { readonly placeholder: string } ? { readonly placeholder: string } : unknown) &
  (F extends { readonly absent: string } ? { readonly absent: string } : unknown) &
  (F extends { readonly options: readonly Option<infer Value>[] } ? { readonly options: Readonly<Record<Value, string>> } : unknown) &
  (F extends { readonly fields: infer Row extends Fields } ? { readonly fields: WordsOf<Row> } : unknown);

export type WordsOf<F extends Fields> = { readonly [Name in keyof F]: FieldWords<F[Name]> };

/** Any field's words, where it isn't known which field it is. */
export interface AnyWords {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly absent?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** The definition's own words, which are Portuguese. */
export function wordsOf<F extends Fields>(fields: F): WordsOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, wordsOfField(field)])) as WordsOf<F>;
}

function wordsOfField(field: Field): AnyWords & { readonly fields?: unknown } {
  return {
    label: field.label,
    ...(field.help === undefined ? {} : { help: field.help }),
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...('absent' in field && field.absent !== undefined ? { absent: field.absent } : {}),
    ...('options' in field ? { options: Object.fromEntries(field.options.map(({ value, label }) => [value, label])) } : {}),
    ...('fields' in field ? { fields: wordsOf(field.fields) } : {}),
  };
}

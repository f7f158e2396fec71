import { ANY_DAY, intersect, isNever, type DaySet } from './day-set.ts';
import type { Pattern, Stmt } from './script/syntax.ts';

/** What an expression comes to, as far as days and texts go; n8n's data is not known here, only what it is called. */
export type Value =
  | { readonly k: 'number'; readonly value: number }
  | { readonly k: 'text'; readonly parts: readonly TextPart[] }
  /** A field of the row in hand. */
  | { readonly k: 'field'; readonly path: readonly string[]; readonly firstWord?: boolean }
  /** `sign` × days overdue + `plus`; `sure` is false where the sign was taken away (`Math.abs`). */
  | { readonly k: 'days'; readonly sign: 1 | -1; readonly plus: number; readonly sure: boolean }
  /** Today or the due date, `plus` days. */
  | { readonly k: 'date'; readonly of: 'today' | 'due'; readonly plus: number }
  | { readonly k: 'condition'; readonly yes: DaySet; readonly no: DaySet }
  /** One of these, the first whose days hold; `maybe` when something other than the day decides. */
  | { readonly k: 'pick'; readonly options: readonly Option[] }
  | { readonly k: 'list'; readonly items: readonly Value[] }
  | { readonly k: 'object'; readonly fields: ReadonlyMap<string, Value> }
  | { readonly k: 'function'; readonly params: readonly Pattern[]; readonly body: readonly Stmt[]; readonly scope: unknown }
  | { readonly k: 'row' }
  /** Not understood; `about` is what stood there, `named` when it is put in words for a person. */
  | { readonly k: 'unknown'; readonly about: string; readonly named?: boolean };

export interface Option {
  readonly days: DaySet;
  readonly maybe?: boolean;
  readonly value: Value;
}

export type TextPart =
  | { readonly k: 'words'; readonly words: string }
  | { readonly k: 'field'; readonly path: readonly string[]; readonly firstWord?: boolean }
  | { readonly k: 'variable'; readonly name: string }
  /** Days, how many of them depending on the day. */
  | { readonly k: 'days'; readonly sign: 1 | -1; readonly sure: boolean }
  | { readonly k: 'gap'; readonly about: string };

export const unknown = (about = ''): Value => ({ k: 'unknown', about });
export const words = (text: string): Value => ({ k: 'text', parts: text === '' ? [] : [{ k: 'words', words: text }] });
export const number = (value: number): Value => ({ k: 'number', value });
export const ROW: Value = { k: 'row' };

const MOST_OPTIONS = 24;

export function pick(options: readonly Option[]): Value {
  const flat = options
    .flatMap((option): Option[] =>
      option.value.k === 'pick'
        ? option.value.options.map((inner) => ({ ...inner, days: intersect(option.days, inner.days), ...(option.maybe && { maybe: true }) }))
        : [option],
    )
    .filter(({ days }) => !isNever(days));
  return flat.length === 1 && flat[0]!.days === ANY_DAY && !flat[0]!.maybe ? flat[0]!.value : { k: 'pick', options: flat.slice(0, MOST_OPTIONS) };
}

/** The words of a text that holds nothing but words. */
export function plainWords(value: Value): string | undefined {
  if (value.k === 'number') return String(value.value);
  if (value.k !== 'text') return undefined;
  let text = '';
  for (const part of value.parts) {
    if (part.k !== 'words') return undefined;
    text += part.words;
  }
  return text;
}

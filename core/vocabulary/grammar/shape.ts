import type { Sentence } from './sentence.ts';

/**
 * A row of ideas, written as words with spaces:
 * `IDEA` or `word` (with `*` for any ending, and `_` between the words of an expression) · `A|B` either · `A?` may be missing · `..3` up to three words, none of them a denial ·
 * `::3` up to three words of any kind · `!A` the next word is not A · `^` and `$` the sentence's ends ·
 * `QUESTION` somewhere in a shape: the sentence asks.
 */
export interface Shape {
  readonly source: string;
  readonly pattern: RegExp;
  /** What a sentence must have for the shape to be worth trying: one of each. */
  readonly needs: readonly (readonly string[])[];
}

const IS = (alternatives: string): string =>
  `(?=[^ ]*(?:${alternatives
    .split('|')
    .map((one) => `~${one.replace(/\*/g, '[^~ ]*')}~`)
    .join('|')}))`;

const isExpression = (one: string): boolean => /^[a-z].*_/.test(one);

/** One word that is any of these, or several words that are an expression among them. */
function either(item: string): string {
  const alternatives = item.split('|');
  const expressions = alternatives.filter(isExpression).map((one) => one.split('_').map((word) => ` ${IS(word)}[^ ]+(?![^ ])`).join(''));
  return expressions.length === 0 ? ` ${IS(item)}[^ ]+(?![^ ])` : `(?: ${IS(item)}[^ ]+(?![^ ])|${expressions.join('|')})`;
}

/** What a sentence has when one of these stands in it: of an expression its last word, unless tagging has made one word of it. */
const traces = (item: string): string[] => item.split('|').flatMap((one) => (isExpression(one) ? [one, one.slice(one.lastIndexOf('_') + 1)] : [one]));

export function shape(source: string): Shape {
  const needs: string[][] = [];
  const pattern = source
    .split(' ')
    .map((item) => {
      if (item === '^' || item === '$') return item;
      if (item === 'QUESTION') {
        needs.push([item]);
        return '';
      }
      if (/^\.\.\d+$/.test(item)) return `(?: (?![^ ]*~NEG~)[^ ]+(?![^ ])){0,${item.slice(2)}}?`;
      if (/^::\d+$/.test(item)) return `(?: [^ ]+(?![^ ])){0,${item.slice(2)}}?`;
      if (item.startsWith('!')) return `(?! ${IS(item.slice(1))})`;
      if (item.endsWith('?')) return `(?:${either(item.slice(0, -1))})?`;
      if (!item.includes('*')) needs.push(traces(item));
      return either(item);
    })
    .join('');
  return { source, pattern: new RegExp(pattern, 'g'), needs };
}

/** Where a shape stands in a sentence, as word numbers from (inclusive) and to (exclusive). */
export function* placesOf({ pattern, needs }: Shape, sentence: Sentence): Generator<{ readonly from: number; readonly to: number }> {
  if (!needs.every((alternatives) => alternatives.some((one) => sentence.has.has(one)))) return;
  for (const match of sentence.code.matchAll(pattern)) {
    const from = spaces(sentence.code, match.index);
    const length = spaces(match[0], match[0].length);
    if (length > 0) yield { from, to: from + length };
  }
}

export function hasShape({ pattern, needs }: Shape, sentence: Sentence): boolean {
  pattern.lastIndex = 0;
  return needs.every((alternatives) => alternatives.some((one) => sentence.has.has(one))) && pattern.test(sentence.code);
}

function spaces(text: string, until: number): number {
  let count = 0;
  for (let at = 0; at < until; at++) if (text.charCodeAt(at) === 32) count += 1;
  return count;
}

/** True when a denial stands in the same phrase within three words before. */
export function isDenied(sentence: Sentence, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    if (sentence.words[at + 1]!.opens) return false;
    const { concepts, text } = sentence.words[at]!;
    if (concepts.includes('NEG')) return true;
    if (text === 'mas' || text === 'e') return false;
  }
  return false;
}

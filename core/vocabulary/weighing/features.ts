import { kindOf } from './kinds.ts';
import type { Word } from './word.ts';
import { stemOf } from './stem.ts';

/** What is weighed of a word: itself, its stem, its stem where denied, its kind; two stems in a row, or with one word between. */
export const FEATURES = { word: '', stem: '~', denied: '!', kind: '*', pair: ' ', gap: '_' } as const;
export type FeatureKind = keyof typeof FEATURES;

/** Of one word `first` alone; of two the later one is `second`. They lie between the words `from` and `to`, both inclusive. */
export type FeatureVisitor = (kind: FeatureKind, first: string, second: string, from: number, to: number) => void;

const DENIALS: ReadonlySet<string> = new Set(['nao', 'nunca', 'jamais', 'nem', 'sem', 'ninguem', 'nenhum', 'nenhuma', 'nada']);
/** How many words after a denial it reaches. */
const REACH = 4;
const START = '^';

/** Visits everything of a sentence that is weighed. */
export function eachFeature(words: readonly Word[], visit: FeatureVisitor): void {
  let stem = START;
  let beforeThat = '';
  let denied = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!.text;
    const next = stemOf(word);
    visit('word', word, '', at, at);
    if (next !== word) visit('stem', next, '', at, at);
    const kind = kindOf(next);
    if (kind) visit('kind', kind, '', at, at);
    if (DENIALS.has(word)) denied = REACH;
    else if (denied-- > 0) visit('denied', next, '', at, at);
    visit('pair', stem, next, Math.max(0, at - 1), at);
    if (beforeThat !== '') visit('gap', beforeThat, next, Math.max(0, at - 2), at);
    beforeThat = stem;
    stem = next;
  }
}

/** A feature's name in the packed weights: `vai`, `~arrepend`, `!ameac`, `*relative`, `vai arrepend`, `cont_mae`. */
export const featureName = (kind: FeatureKind, first: string, second: string): string =>
  second === '' ? `${FEATURES[kind]}${first}` : `${first}${FEATURES[kind]}${second}`;

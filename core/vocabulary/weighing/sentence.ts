import type { FoldedText } from '../folded-text.ts';
import { withoutCourtesy } from './courtesy.ts';
import { isProperName, NAME } from './names.ts';
import { SHORTHAND } from './shorthand.ts';
import type { Word } from './word.ts';

/** What a number is weighed as: which one it is says nothing. */
const NUMBER = '#';

/** Their full stop ends no sentence. */
const ABBREVIATIONS = /(?<![a-z0-9])(?:sr|sra|srs|dr|dra|art|av|ref|tel|cel|apto|prof|profa|ltda|cia|exa|v|s|sa|n|r)\./g;
const SENTENCE = /(?:[^.!?;\n]|[.](?=\d))+([?]?)/g;
/** Words, numbers, names already found (`@`), addresses and variables (blanked to `#`), and pictographs. */
const WORD = /[a-z]+|@|#+|\d+(?:[.,:/]\d+)*(?:o|a|x)?(?![a-z])|\d+|[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u27bf]/g;
/** Between two clauses. */
const PAUSE = /[,:()–—]| - /;
/** Begin another clause, when the one before is long enough. */
const JOINS: ReadonlySet<string> = new Set(['e', 'mas', 'senao', 'porem', 'ou']);
/** Fewer words torn from a sentence say too little. */
const ENOUGH_WORDS = 5;
const HASH = 35;
const ASKS = '?';
const SAYS = '$';

/** The sentences of a folded text as words; the last "word" says whether it asks. */
export function* sentencesOf(folded: FoldedText): Generator<readonly Word[]> {
  const text = folded.text.replace(ABBREVIATIONS, (short) => `${short.slice(0, -1)} `);
  for (const match of text.matchAll(SENTENCE)) {
    const words = wordsOf(match[0], match.index, folded);
    if (words.length === 0) continue;
    const end = match.index + match[0].length;
    words.push({ text: match[1] === '?' ? ASKS : SAYS, start: end, end, opens: false });
    yield words;
  }
}

function wordsOf(text: string, offset: number, folded: FoldedText): Word[] {
  const words: Word[] = [];
  let until = 0;
  for (const match of text.matchAll(WORD)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    const first = match[0].charCodeAt(0);
    const isNumber = first >= 48 && first <= 57;
    const word = isNumber ? NUMBER : first === HASH ? NAME : named(SHORTHAND[match[0]] ?? match[0], words, () => folded.original(start, end));
    const opens =
      words.length === 0 ||
      (JOINS.has(word) && words.length >= ENOUGH_WORDS) ||
      PAUSE.test(text.slice(until, match.index)) ||
      text.charCodeAt(until - 1) === HASH;
    words.push({ text: word, start, end, opens });
    until = match.index + match[0].length;
  }
  return words;
}

/**
 * A sentence as a whole, and where it has several clauses each of them and each two in a row: kind words around a threat don't take it
 * back ("Olá, Ana, sua fatura venceu ontem, você vai se arrepender").
 */
export function* partsOf(whole: readonly Word[]): Generator<readonly Word[]> {
  yield whole;
  const sentence = withoutCourtesy(whole);
  if (sentence !== whole) yield sentence;
  const starts = [...sentence.keys()].filter((at) => sentence[at]!.opens);
  if (starts.length < 2) return;
  for (let clause = 0; clause < starts.length; clause++) {
    for (const clauses of [1, 2]) {
      if (clauses === starts.length || clause + clauses > starts.length) continue;
      const part = sentence.slice(starts[clause], starts[clause + clauses]);
      if (part.length >= ENOUGH_WORDS) yield part;
    }
  }
}

const named = (word: string, before: readonly Word[], original: () => string): string => (isProperName(word, before, original) ? NAME : word);

import type { Concepts } from './lexicon.ts';
import { SHORTHAND } from './shorthand.ts';

/** A sentence as a row of words, each with its ideas. */
export interface Sentence {
  /** One ` ~word~IDEA~IDEA~` after another; what shapes match. */
  readonly code: string;
  readonly words: readonly Word[];
  /** All words and ideas, to rule shapes out cheaply. */
  readonly has: ReadonlySet<string>;
}
export interface Word {
  readonly text: string;
  /** Places in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly string[];
  /** First of its phrase: a comma, colon or dash stands before. */
  readonly opens: boolean;
}

const NEGATIONS = new Set(['nao', 'nunca', 'jamais', 'nem', 'sem', 'ninguem', 'nenhum', 'nenhuma', 'tampouco']);
/** Their full stop ends no sentence. */
const ABBREVIATIONS = /(?<![a-z0-9])(?:v|s|sa|exa|sr|sra|srs|dr|dra|art|av|ref|tel|cel|apto|prof|profa)\./g;
const CONDITIONS = new Set(['se', 'caso', 'enquanto', 'quem', 'quando', 'porque', 'por', 'ate', 'que']);

/** Sentences of a folded text, their words tagged. */
export function* sentencesOf(folded: string, concepts: Concepts): Generator<Sentence> {
  const text = folded.replace(ABBREVIATIONS, (short) => `${short.slice(0, -1)} `);
  for (const match of text.matchAll(/(?:[^.!?;\n]|[.](?=\d))+([?]?)/g)) {
    const words = tag(match[0], match.index, concepts);
    if (words.length > 0) yield encode(words, match[1] === '?');
  }
}

function tag(text: string, offset: number, concepts: Concepts): Word[] {
  const raw: { text: string; start: number; end: number; opens: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(/[a-z0-9]+(?:-[a-z]+)*/g)) {
    const opens = from === 0 || /[,:()–—]| - /.test(text.slice(from, match.index));
    for (const part of pieces(match[0])) raw.push({ text: part, start: offset + match.index, end: offset + match.index + match[0].length, opens });
    from = match.index + match[0].length;
  }
  const plain = raw.map((word) => word.text);
  const words: Word[] = [];
  for (let at = 0; at < raw.length; at++) {
    const first = raw[at]!;
    const expression = concepts.expressionAt(plain, at);
    if (expression) {
      const last = raw[at + expression.length - 1]!;
      words.push({ text: plain.slice(at, at + expression.length).join('_'), start: first.start, end: last.end, concepts: expression.concepts, opens: first.opens });
      at += expression.length - 1;
    } else words.push({ ...first, concepts: isClock(plain, at) ? ['CLOCK'] : (negation(plain, at, concepts) ?? [...concepts.of(first.text), ...(/^\d/.test(first.text) ? ['NUMBER'] : [])]) });
  }
  return words;
}

/** "às 14 horas" is a time of day, not a countdown. */
function isClock(words: readonly string[], at: number): boolean {
  return words[at] === 'horas' && /^\d/.test(words[at - 1] ?? '') && /^(?:as|das|pelas|ate-as|a)$/.test(words[at - 2] ?? '');
}

/** `24h` → 24 horas; `ligar-te` → ligar te; shorthand spelled out. */
function pieces(word: string): string[] {
  const hours = /^(\d+)(h|hs|hrs|horas?|min)$/.exec(word);
  if (hours) return [hours[1]!, SHORTHAND[hours[2]!] ?? 'horas'];
  const joined = /^([a-z]+)-(te|lo|la|los|las|lhe|lhes|se|nos|me|o|a|os|as)$/.exec(word);
  const parts = joined ? [joined[1]!, joined[2]!] : [word];
  return parts.map((part) => SHORTHAND[part] ?? part);
}

/** "Se não pagar" is a condition (`NOTPAY`), any other "não" denies (`NEG`). */
function negation(words: readonly string[], at: number, concepts: Concepts): readonly string[] | undefined {
  if (!NEGATIONS.has(words[at]!)) return undefined;
  const before = words.slice(Math.max(0, at - 4), at);
  const after = words.slice(at + 1, at + 6);
  if (concepts.of(after[0] ?? '').includes('PAYMENT')) return ['NOTPAY'];
  const pays = after.some((word) => concepts.of(word).some((concept) => concept === 'PAY' || concept === 'PAYMENT' || concept === 'REPLY'));
  const able = after.slice(0, 2).some((word) => /^(?:consegu|pud|pode|precis|recon|concord)/.test(word));
  return pays && !able && (before.some((word) => CONDITIONS.has(word)) || words[at] === 'sem') ? ['NOTPAY'] : ['NEG'];
}

function encode(words: readonly Word[], question: boolean): Sentence {
  const has = new Set<string>();
  let code = '';
  for (const { text, concepts } of words) {
    has.add(text);
    for (const concept of concepts) has.add(concept);
    code += ` ~${text}~${concepts.length > 0 ? `${concepts.join('~')}~` : ''}`;
  }
  if (question) has.add('QUESTION');
  return { code, words, has };
}

import { blankAddresses } from './addresses.ts';
import type { FoldedText } from './folded-text.ts';

/** Letters of other alphabets and signs that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  т: 't',
  м: 'm',
  н: 'h',
  к: 'k',
  в: 'b',
  α: 'a',
  ε: 'e',
  ο: 'o',
  ρ: 'p',
  ι: 'i',
  ν: 'v',
  υ: 'u',
  τ: 't',
  κ: 'k',
  ß: 'ss',
};
/** Digits and signs written for letters; undone only inside a word that has letters. */
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i', '|': 'l' };
const SEPARATORS = ' ._-*/';

interface Char {
  char: string;
  /** Where in the original (UTF-16) it stands. */
  start: number;
  end: number;
}

/** A text with all its disguises undone, character by character. */
export function foldDisguised(text: string, marksAsLetters: boolean): FoldedText {
  let chars = fold(text);
  chars = undoLeet(chars, marksAsLetters);
  chars = joinSplitWords(joinSpacedLetters(chars));
  chars = shortenRepeats(chars);
  return {
    text: chars.map(({ char }) => char).join(''),
    original: (start, end) => (end <= start || chars.length === 0 ? '' : text.slice(chars[start]!.start, chars[Math.min(end, chars.length) - 1]!.end)),
  };
}

function fold(text: string): Char[] {
  const chars: Char[] = [];
  let start = 0;
  // Same length, so that places in the original stay true.
  const prose = blankAddresses(text, (match) => '#'.repeat(match.length));
  for (const original of prose) {
    const end = start + original.length;
    if (/\s/.test(original)) {
      foldSpace(chars, original, start, end, prose[end] ?? '');
      start = end;
      continue;
    }
    const code = original.codePointAt(0)!;
    if (code < 128) {
      chars.push({ char: original.toLowerCase(), start, end });
    } else if (!/[\p{Cf}\p{M}]/u.test(original)) {
      const plain = original.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      for (const char of plain) for (const letter of LOOKALIKES[char] ?? char) chars.push({ char: letter, start, end });
    } else if (chars.length > 0) {
      // A combining accent or a zero-width character belongs to the letter before it.
      chars[chars.length - 1]!.end = end;
    }
    start = end;
  }
  return chars;
}

/** Spaces in a row are one. A line break ends a sentence, unless the next line goes on in lower case. */
function foldSpace(chars: Char[], original: string, start: number, end: number, next: string): void {
  const last = chars.at(-1);
  const isBreak = original === '\n' && !/\p{Ll}/u.test(next);
  if (last && (last.char === ' ' || last.char === '\n')) {
    last.end = end;
    if (isBreak) last.char = '\n';
  } else chars.push({ char: isBreak ? '\n' : ' ', start, end });
}

const isLetter = (char: string | undefined): boolean => char !== undefined && char >= 'a' && char <= 'z';
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** `pr0c3ss0` → `processo`, but `10h`, `D+7`, `R$ 100` and `NF-1001` stay: a disguised word has two letters and as many letters as signs. */
function undoLeet(chars: Char[], marksAsLetters: boolean): Char[] {
  const isSign = ({ char }: Char) => LEET[char] !== undefined && (marksAsLetters || (char !== '!' && char !== '|'));
  const isPart = (char: Char) => isLetter(char.char) || isSign(char);
  let index = 0;
  while (index < chars.length) {
    let end = index;
    while (end < chars.length && isPart(chars[end]!)) end += 1;
    if (end > index) undoWord(chars, index, end);
    index = Math.max(end, index + 1);
  }
  return chars;
}

function undoWord(chars: Char[], start: number, wordEnd: number): void {
  let end = wordEnd;
  // At the end of a word a mark is punctuation.
  while (end > start && (chars[end - 1]!.char === '!' || chars[end - 1]!.char === '|')) end -= 1;
  let letters = 0;
  let hasAt = false;
  for (let index = start; index < end; index++) {
    if (isLetter(chars[index]!.char)) letters += 1;
    if (chars[index]!.char === '@') hasAt = true;
  }
  const signs = end - start - letters;
  if (signs === 0 || letters < 2 || letters < signs) return;
  // `pague@loja.example`: an address, not a disguise.
  if (hasAt && chars[wordEnd]?.char === '.') return;
  for (let index = start; index < end; index++) {
    const letter = LEET[chars[index]!.char];
    if (letter !== undefined) chars[index] = { ...chars[index]!, char: letter };
  }
}

/** `p r o c e s s o`, `p.r.o.c.e.s.s.o`, `p-r-o-c…`: five or more single letters with the same separator become one word. */
function joinSpacedLetters(chars: Char[]): Char[] {
  const result: Char[] = [];
  let index = 0;
  while (index < chars.length) {
    const end = spacedRunEnd(chars, index);
    if (end === undefined) {
      result.push(chars[index]!);
      index += 1;
      continue;
    }
    for (let at = index; at < end; at++) if (isLetter(chars[at]!.char)) result.push(chars[at]!);
    index = end;
  }
  return result;
}

function spacedRunEnd(chars: Char[], start: number): number | undefined {
  const isAlone = (at: number) => isLetter(chars[at]?.char) && !isLetter(chars[at + 1]?.char) && !isDigit(chars[at + 1]?.char);
  if (!isAlone(start) || isLetter(chars[start - 1]?.char) || isDigit(chars[start - 1]?.char)) return undefined;
  let end = start + 1;
  let letters = 1;
  while (end + 1 < chars.length && SEPARATORS.includes(chars[end]!.char) && isAlone(end + 1)) {
    end += 2;
    letters += 1;
  }
  return letters >= 5 ? end : undefined;
}

/** `pro-ces-so`, `a.me.a.ça`: a word cut twice or more into pieces of up to four letters by the same mark. */
function joinSplitWords(chars: readonly Char[]): Char[] {
  const text = chars.map(({ char }) => (char.length === 1 ? char : ' ')).join('');
  const result: Char[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<![a-z0-9@/])[a-z]{1,4}([-._*])[a-z]{1,4}(?:\1[a-z]{1,4})+(?![a-z0-9@/])/g)) {
    for (let at = from; at < match.index; at++) result.push(chars[at]!);
    from = match.index + match[0].length;
    for (let at = match.index; at < from; at++) if (isLetter(chars[at]!.char)) result.push(chars[at]!);
  }
  for (let at = from; at < chars.length; at++) result.push(chars[at]!);
  return result;
}

/** `ameaaaaça` → `ameaça`: three or more of the same letter become one; pairs stay, because `rr` and `ss` are Portuguese. */
function shortenRepeats(chars: readonly Char[]): Char[] {
  const result: Char[] = [];
  let index = 0;
  while (index < chars.length) {
    const first = chars[index]!;
    let end = index + 1;
    while (end < chars.length && chars[end]!.char === first.char) end += 1;
    if (end - index >= 3 && isLetter(first.char)) result.push({ ...first, end: chars[end - 1]!.end });
    else for (let at = index; at < end; at++) result.push(chars[at]!);
    index = end;
  }
  return result;
}

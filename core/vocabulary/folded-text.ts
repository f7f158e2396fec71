import { foldDisguised } from './disguises.ts';

/** A text reduced to what it says to the ear: lower case, no accents, disguises undone; with the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** The original's words between two places of the folded text. */
  original(start: number, end: number): string;
}

/**
 * Folds a text for matching. `!` and `|` between letters are ambiguous (`últ!ma`, `Olá!Pague`): they are read as letters only on request,
 * and a careful caller folds such a text both ways.
 */
export function foldText(text: string, marksAsLetters = false): FoldedText {
  return (!marksAsLetters && foldUndisguised(text)) || foldDisguised(text, marksAsLetters);
}

/** Latin-1 letters by code: without accents, in lower case. */
const LATIN: readonly string[] = Array.from({ length: 256 }, (_, code) => {
  const char = String.fromCharCode(code);
  const plain = char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length === 1 ? plain : char;
});
const SPACE = 32;
const LINE_BREAK = 10;
/** What `foldDisguised` would change: signs for letters, letters one by one, cut words, letters three times, and what is no prose: addresses, codes, variables. */
const DISGUISED =
  /[a-z][013457@$!|]+[a-z]|[a-z][013457@$][013457@$!|]*[a-z@$]|[a-z]{2}[013457@$]|[013457@$!|][a-z]{2}|(?<![a-z])[a-z][ ._*/-][a-z][ ._*/-][a-z](?![a-z])|[a-z][-._*][a-z]{1,4}[-._*][a-z]|([a-z])\1\1|https?:|[\w.+-]@[\w-]+\.[\w-]|000201|\{[{%]/;

/** The common case in one pass: a text of Latin letters without any disguise. Most of all messages are. */
function foldUndisguised(text: string): FoldedText | undefined {
  const starts = new Int32Array(text.length);
  let plain = '';
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 256) {
      // Dashes, quotes and pictographs stay; letters of other alphabets and invisible marks are for the careful way.
      if (!(
        (code >= 0x2010 && code <= 0x2027) ||
        (code >= 0x2190 && code <= 0x2bff) ||
        (code >= 0xd83c && code <= 0xd83e) ||
        (code >= 0xdc00 && code <= 0xdfff) ||
        code === 0xfe0f
      ))
        return undefined;
      starts[plain.length] = at;
      plain += text[at]!;
      before = code;
      continue;
    }
    if (code === 0xad) return undefined;
    if (code === 9 || code === 11 || code === 12 || code === 13 || code === 0xa0) code = SPACE;
    if (code === LINE_BREAK && /\p{Ll}/u.test(text[at + 1] ?? '')) code = SPACE;
    if (code === SPACE || code === LINE_BREAK) {
      if (before === SPACE || before === LINE_BREAK) {
        if (code === LINE_BREAK && before === SPACE) {
          plain = `${plain.slice(0, -1)}\n`;
          before = code;
        }
        continue;
      }
    }
    starts[plain.length] = at;
    plain += LATIN[code];
    before = code;
  }
  if (DISGUISED.test(plain)) return undefined;
  return { text: plain, original: (start, end) => (end <= start ? '' : text.slice(starts[start], starts[Math.min(end, plain.length) - 1]! + 1)) };
}

/** True when a text has marks that could stand for letters. */
export function hasAmbiguousMarks(text: string): boolean {
  return /\p{L}[!|]+\p{L}/u.test(text);
}

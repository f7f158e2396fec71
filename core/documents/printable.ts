/** What cp1252 has beyond Latin-1, which the standard PDF fonts can show. */
const CP1252 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const ALIKE: Readonly<Record<string, string>> = {
  '−': '–',
  '→': '->',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\t': '    ',
  '✓': 'x',
};

/**
 * Text as the standard fonts (WinAnsi) can show it: Portuguese whole; other alphabets' accents taken off; what remains becomes `?`,
 * so that a reader sees that something stood there. Emoji and control characters go.
 */
export function printable(text: string): string {
  let result = '';
  for (const char of text.normalize('NFC')) {
    const code = char.codePointAt(0)!;
    if (char === '\n' || (code >= 0x20 && code <= 0x7e) || (code >= 0xa1 && code <= 0xff) || CP1252.has(char)) result += char;
    else if (ALIKE[char] !== undefined) result += ALIKE[char];
    else if (/[\p{Cc}\p{Cf}\p{Extended_Pictographic}\p{M}]/u.test(char)) continue;
    else {
      const base = char.normalize('NFD').replace(/\p{M}/gu, '');
      result += /^[\x20-\x7e]+$/.test(base) ? base : '?';
    }
  }
  return result;
}

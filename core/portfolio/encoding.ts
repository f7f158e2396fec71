/** What UTF-8 bytes become when a program reads them as Windows-1252, for the letters Portuguese uses: `ç` → `Ã§`. */
const MISREAD =
  /[\u00c3\u00c2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/;

/** Windows-1252's own characters between 0x80 and 0x9f. */
const WINDOWS_1252: Readonly<Record<string, number>> = Object.fromEntries(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((character, index) => [character, 0x80 + index]),
);

/** True when accents were garbled on the way: `CobranÃ§a`, or `Cobran�a` where the letter is lost for good. */
export function looksGarbled(text: string): boolean {
  return MISREAD.test(text) || text.includes('\ufffd');
}

/** `JosÃ© da ConceiÃ§Ã£o` → `José da Conceição`; text that is not garbled that way comes back as it is. */
export function repairMojibake(text: string): string {
  if (!MISREAD.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const byte = code < 0x100 ? code : WINDOWS_1252[character];
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return text;
  }
}

/**
 * The text of a file from an ERP or spreadsheet: UTF-8 when its bytes are that (with or without BOM), UTF-16 by its BOM, otherwise
 * Windows-1252, which Brazilian ERPs and Excel's "CSV" still write.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

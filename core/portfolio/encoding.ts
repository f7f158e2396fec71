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
 * Windows-1252, which Brazilian ERPs and Excel's "CSV" still write, or CP850 where its letters make more sense.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return looksLikeCp850(bytes) ? decodeCp850(bytes) : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Above ASCII, as MS-DOS programs in Brazil still write. */
const CP850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const PORTUGUESE = /[áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇºª]/;

/** The encoding in which most of the bytes above ASCII are letters that Portuguese has. */
function looksLikeCp850(bytes: Uint8Array): boolean {
  let cp850 = 0;
  let windows = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (PORTUGUESE.test(CP850[byte - 0x80]!)) cp850 += 1;
    if (byte >= 0xa0 && PORTUGUESE.test(String.fromCharCode(byte))) windows += 1;
  }
  return cp850 > windows;
}

function decodeCp850(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes = Array.from(bytes.subarray(from, from + 8192), (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP850[byte - 0x80]!));
    parts.push(codes.join(''));
  }
  return parts.join('');
}

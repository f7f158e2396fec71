import { unzlibSync } from 'fflate';

/** The text that a PDF of ours draws, one line a drawn string; for tests. Reads what pdf-lib writes (Flate streams, WinAnsi hex strings) and nothing more. */
export function pdfText(bytes: Uint8Array): string {
  const raw = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  const lines: string[] = [];
  for (const match of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const content = inflate(Uint8Array.from(match[1]!, (char) => char.charCodeAt(0)));
    for (const [, hex] of content.matchAll(/<([0-9A-F]+)> Tj/g))
      lines.push(new TextDecoder('windows-1252').decode(Uint8Array.from(hex!.match(/../g)!, (pair) => Number.parseInt(pair, 16))));
  }
  return lines.join('\n');
}

function inflate(bytes: Uint8Array): string {
  try {
    return new TextDecoder('latin1').decode(unzlibSync(bytes));
  } catch {
    // A stream that is not Flate holds no text of ours.
    return '';
  }
}

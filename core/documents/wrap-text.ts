import type { PDFFont } from 'pdf-lib';

/** Spaces where a line may break: not within `R$ 100,00`, `(11) 3000-1000`, `(1 + 0,39%)` or a date and its time. */
const BREAKABLE = /(?<!R\$|\(1|\(1 [+–]) (?!\d{4,5}-\d{4}|\d\d:\d\d)/;

/** Lines no wider than `width`; a word that is wider alone (a link, a code) is cut. Empty lines stay. */
export function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const source of text.split('\n')) {
    let line = '';
    for (const word of source.split(BREAKABLE)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (font.widthOfTextAtSize(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (font.widthOfTextAtSize(line, size) > width) {
        const fits = longestFit(line, font, size, width);
        lines.push(line.slice(0, fits));
        line = line.slice(fits);
      }
    }
    lines.push(line);
  }
  return lines;
}

function longestFit(text: string, font: PDFFont, size: number, width: number): number {
  let length = text.length - 1;
  while (length > 1 && font.widthOfTextAtSize(text.slice(0, length), size) > width) length -= 1;
  return length;
}

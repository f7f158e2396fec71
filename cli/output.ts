import type { Io } from './io.ts';

export function printJson(io: Io, value: unknown): void {
  io.stdout(`${JSON.stringify(value, null, 2)}\n`);
}

export type Align = 'left' | 'right';

/** A table in aligned columns with a rule under the header; the last column is never padded. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[], align: readonly Align[] = []): string {
  const widths = header.map((title, column) => Math.max(width(title), ...rows.map((row) => width(row[column] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, widths[column]! - width(cell)));
        return align[column] === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return `${[line(header), widths.map((size) => '─'.repeat(size)).join('  '), ...rows.map(line)].join('\n')}\n`;
}

/** Label and value per line, values aligned. */
export function formatPairs(pairs: readonly (readonly [string, string | undefined])[]): string {
  const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
  const size = Math.max(0, ...shown.map(([label]) => width(label)));
  return shown.map(([label, value]) => `${label}${' '.repeat(size - width(label))}  ${value}\n`).join('');
}

/** Lines of so many characters, broken at spaces but not within `R$ 1,00` or `(1 + 0,39%)`; those after the first are set in. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<!R\$|\(1|\(1 [+−]) /)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer) > columns) {
      lines.push(line);
      line = `  ${word}`;
    } else line = longer;
  }
  return [...lines, line];
}

const width = (text: string): number => [...text].length;

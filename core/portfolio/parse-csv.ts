import Papa from 'papaparse';
import { recognised } from './map-columns.ts';
import type { RowProblem } from './row-problem.ts';

// papaparse: the one CSV reader that is small, runs in the browser and in Node alike, and reads quotes, line breaks in cells and odd
// delimiters as Excel writes them.

export interface ParsedCsv {
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** The line of the first row, as a spreadsheet counts; the header is the one before it. */
  readonly firstRow: number;
  /** Keyed by header; cells beyond the last column under `coluna_extra_1`, `coluna_extra_2`… */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** What is wrong with the form of single rows, by row number as a spreadsheet counts (header = 1); give it to `readRows`. */
  readonly problems: ReadonlyMap<number, readonly RowProblem[]>;
}

/**
 * Reads CSV text with `;`, `,`, tab or `|`, whichever the first lines use most. The header is the line whose names say most: reports begin with titles and
 * periods. No row is dropped: one with too many or too few columns comes out with its
 * problem. Blank lines keep their place, so that row numbers are those the user sees.
 * @param telling how many of these names say something to whoever reads the table: a portfolio, unless said otherwise
 */
export function parseCsv(text: string, telling: (names: readonly string[]) => number = recognised): ParsedCsv {
  const clean = text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '');
  const delimiter = delimiterOf(clean);
  const { data, errors } = Papa.parse<string[]>(clean, { delimiter, skipEmptyLines: false });
  const lines = data.at(-1)?.length === 1 && data.at(-1)![0] === '' ? data.slice(0, -1) : data;
  const header = headerLine(lines, telling);
  const headers = uniqueHeaders(lines[header] ?? []);
  const problems = new Map<number, RowProblem[]>();
  const report = (rowNumber: number, problem: RowProblem): void => void problems.set(rowNumber, [...(problems.get(rowNumber) ?? []), problem]);
  const rows = lines.slice(header + 1).map((cells, index) => readLine(cells, headers, header + index + 2, report));
  for (const error of errors) {
    if (error.type !== 'Quotes' || error.row === undefined || error.row <= header) continue;
    report(error.row + 1, {
      field: 'row',
      code: 'row.quotes',
      message: 'As aspas desta linha não fecham: a partir dela as colunas podem estar trocadas. Corrija as aspas no arquivo.',
    });
  }
  return { delimiter, headers, firstRow: header + 2, rows, problems };
}

function readLine(
  cells: readonly string[],
  headers: readonly string[],
  rowNumber: number,
  report: (rowNumber: number, problem: RowProblem) => void,
): Record<string, string> {
  // Own properties whatever a column is called: assigning to `__proto__` would lose it.
  const row = Object.fromEntries(headers.map((header, index): [string, string] => [header, cells[index] ?? '']));
  const blank = cells.every((cell) => cell.trim() === '');
  if (blank) return row;
  const extra = cells.slice(headers.length);
  extra.forEach((cell, index) => {
    row[`coluna_extra_${index + 1}`] = cell;
  });
  if (cells.length < headers.length) {
    report(rowNumber, {
      field: 'row',
      code: 'row.columns-missing',
      message: `A linha tem ${cells.length} colunas e o cabeçalho, ${headers.length}: falta um separador ou há uma quebra de linha dentro de um campo. Corrija a linha no arquivo.`,
    });
  } else if (extra.some((cell) => cell.trim() !== '')) {
    report(rowNumber, {
      field: 'row',
      code: 'row.columns-extra',
      message: `A linha tem ${cells.length} colunas e o cabeçalho, ${headers.length}: há um separador a mais, talvez dentro de um texto sem aspas. Corrija a linha no arquivo.`,
    });
  }
  return row;
}

/** How far down a header may stand. */
const TITLE_LINES = 20;

function headerLine(lines: readonly (readonly string[])[], telling: (names: readonly string[]) => number): number {
  let best = 0;
  let most = 1;
  for (const [index, cells] of lines.slice(0, TITLE_LINES).entries()) {
    const count = telling(cells);
    if (count > most) [best, most] = [index, count];
  }
  return best;
}

/** Counted in the first lines outside quotes; a semicolon wins a tie, as Excel in Portuguese writes it. */
function delimiterOf(text: string): string {
  const header = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split('\n', TITLE_LINES)
    .join('\n');
  let best = ';';
  let most = 0;
  for (const candidate of [';', '\t', '|', ',']) {
    const count = header.split(candidate).length - 1;
    if (count > most) [best, most] = [candidate, count];
  }
  return best;
}

/** Two columns of one name would hide each other; an empty name still holds cells. */
function uniqueHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim() || `coluna_${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

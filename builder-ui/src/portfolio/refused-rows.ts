import type { InvalidRow } from '../../../core/portfolio/index.ts';

/** The rows as they came, with their line and what is wrong before them: semicolons, CRLF and a byte order mark, as spreadsheets here open them. */
export function refusedAsCsv(rows: readonly InvalidRow[], words: { readonly line: string; readonly reason: string }): string {
  const columns = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))];
  const lines = rows.map(({ rowNumber, row, reasons }) => [
    rowNumber,
    reasons.map(({ message }) => message).join(' '),
    ...columns.map((column) => row[column]),
  ]);
  return `\uFEFF${[[words.line, words.reason, ...columns], ...lines].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Quoted where it has to be; a cell that a spreadsheet would run as a formula is kept a text. */
function cell(value: unknown): string {
  const text = String(value ?? '');
  const safe = /^[=+@\t]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

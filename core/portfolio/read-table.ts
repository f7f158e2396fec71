import { decodeTable } from './encoding.ts';
import { parseCsv } from './parse-csv.ts';
import type { ReadOptions, ReadPortfolio } from './read-rows.ts';
import { readRows } from './read-rows.ts';

export interface ReadTable extends ReadPortfolio {
  /** As the file has them, in its order. */
  readonly headers: readonly string[];
  /** The number of the file's last line. */
  readonly lastRow: number;
}

/** A creditor's file from its bytes to cases, by every door the same: encoding, separator, header line, columns, rows. */
export function readTable(file: Uint8Array, options: Omit<ReadOptions, 'firstRow' | 'problems'>): ReadTable {
  const { headers, rows, firstRow, problems } = parseCsv(decodeTable(file));
  return { headers, lastRow: firstRow + rows.length - 1, ...readRows(rows, { ...options, firstRow, problems }) };
}

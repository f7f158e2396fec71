import type { PortfolioField } from './fields.ts';

/** Why a row, or a part of it, was not taken. */
export interface RowProblem {
  readonly field: PortfolioField | 'row';
  /** Stable, for programs: `document.invalid`, `amount.missing`… */
  readonly code: string;
  /** Portuguese: what is wrong and what to do. Never holds a whole CPF. */
  readonly message: string;
}

export interface InvalidRow {
  /** The line as a spreadsheet numbers it: the header is line 1, the first row is 2. */
  readonly rowNumber: number;
  /** The row as it came. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly reasons: readonly RowProblem[];
  /** Whose and which title it speaks of, as far as that can be read. */
  readonly title: { readonly document?: string; readonly number?: string };
}

/** Something to look at in a row that went in all the same, or in the whole table when there is no row number. */
export interface RowWarning extends RowProblem {
  readonly rowNumber?: number;
}

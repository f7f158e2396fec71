import type { CivilDate } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import { cellDate, cellMoney, cellText, rawText } from './cells.ts';
import { limitOf } from './field-limits.ts';
import type { PortfolioField } from './fields.ts';
import { isRequired, labelOf, PORTFOLIO_FIELDS, titleOf } from './fields.ts';
import type { ColumnMapping } from './map-columns.ts';
import type { RowProblem } from './row-problem.ts';

export interface RowContext {
  readonly mapping: ColumnMapping;
  readonly on: CivilDate;
  readonly defaultUf?: string | undefined;
  readonly defaultDdd?: number | undefined;
}

/** Reads the cells of one row and collects what is wrong with them. */
export class RowReader {
  readonly context: RowContext;
  readonly #row: Readonly<Record<string, unknown>>;
  /** Keep the row out. */
  readonly reasons: RowProblem[] = [];
  /** Let the row in without that part. */
  readonly warnings: RowProblem[] = [];

  constructor(row: Readonly<Record<string, unknown>>, context: RowContext) {
    this.#row = row;
    this.context = context;
  }

  /** The same row for a second look, whose reasons and warnings are its own. */
  quietly(): RowReader {
    return new RowReader(this.#row, this.context);
  }

  has(field: PortfolioField): boolean {
    return this.context.mapping[field] !== undefined;
  }

  cell(field: PortfolioField): unknown {
    const header = this.context.mapping[field];
    // A row that lacks the column answers nothing, also when it is called `constructor`.
    return header === undefined || !Object.hasOwn(this.#row, header) ? undefined : this.#row[header];
  }

  /** Refuses what is longer than anything of its kind can be; such a row isn't read any further. */
  isOfReadableLength(): boolean {
    for (const field of PORTFOLIO_FIELDS) {
      if (field === 'note') continue;
      const { length } = rawText(this.cell(field));
      if (length > limitOf(field))
        this.refuse(
          field,
          'text.too-long',
          `${titleOf(field)}: o texto tem ${length} caracteres e o máximo é ${limitOf(field)}. Confira se as colunas não estão trocadas e encurte-o na tabela.`,
        );
    }
    return this.reasons.length === 0;
  }

  text(field: PortfolioField): string {
    return cellText(this.cell(field));
  }

  refuse(field: PortfolioField | 'row', code: string, message: string): undefined {
    this.reasons.push({ field, code, message });
    return undefined;
  }

  warn(field: PortfolioField | 'row', code: string, message: string): undefined {
    this.warnings.push({ field, code, message });
    return undefined;
  }

  /** Required: a missing or unreadable one keeps the row out. Optional: a broken one is left out with a warning. */
  date(field: PortfolioField, code: string): CivilDate | undefined {
    if (this.text(field) === '') return isRequired(field) ? this.#missing(field, code) : undefined;
    return this.#parse(field, code, () => cellDate(this.cell(field)));
  }

  money(field: PortfolioField, code: string): Cents | undefined {
    const value = this.cell(field);
    if (this.text(field) === '') return isRequired(field) ? this.#missing(field, code) : undefined;
    return this.#parse(field, code, () => cellMoney(value));
  }

  #missing(field: PortfolioField, code: string): undefined {
    const how = this.has(field) ? 'está vazio: preencha-o na tabela.' : 'não tem coluna na tabela: acrescente-a ou diga qual é.';
    return this.refuse(field, `${code}.missing`, `O campo ${labelOf(field)} ${how}`);
  }

  #parse<T>(field: PortfolioField, code: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ReguaError)) throw error;
      const message = `${titleOf(field)}: ${error.message}`;
      if (isRequired(field) || field === 'paidAmount' || field === 'paidOn') return this.refuse(field, `${code}.invalid`, message);
      return this.warn(field, `${code}.invalid`, `${message} Enquanto isso, o campo ficou de fora.`);
    }
  }
}

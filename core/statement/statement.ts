import type { CivilDate } from '../civil-date.ts';
import type { LineProblem } from '../line-problem.ts';
import type { Cents } from '../money.ts';

/** Money that came into an account, or left it, as the bank's statement tells. */
export interface StatementEntry {
  /** The line of the file it begins on. */
  readonly line: number;
  /** The bank's own: OFX's FITID, the number or identifier of a table; empty when it gives none. */
  readonly id: string;
  /** Bank, branch and account as the file writes them; empty when it doesn't. */
  readonly account: string;
  readonly date: CivilDate;
  /** More than nothing, in debits too. */
  readonly amount: Cents;
  /** All that the bank says of it. */
  readonly text: string;
  /** The CPFs and CNPJs in its text and number: whole and valid, or as banks print those of others, `***982247**`. */
  readonly documents: readonly string[];
  /** Of a Pix: the same at every bank and provider. */
  readonly endToEndId?: string;
  readonly payerName?: string;
  /** It repeats all that another one says, and by the bank's own number it would be the same: whether it is, a person sees. */
  readonly repeats?: true;
}

export interface Statement {
  readonly format: 'ofx' | 'csv' | '';
  /** Of the first entry that names one. */
  readonly account?: string;
  /** What came in. */
  readonly entries: readonly StatementEntry[];
  /** What went out: never a payment of anybody. */
  readonly debits: readonly StatementEntry[];
  readonly problems: readonly LineProblem[];
}

/** What a reader of one format gives: signed amounts, in the order of the file. */
export interface ReadEntries {
  readonly entries: readonly RawEntry[];
  readonly problems: readonly LineProblem[];
}

export type RawEntry = Pick<StatementEntry, 'line' | 'id' | 'account' | 'date' | 'text'> & {
  /** Less than nothing: it left the account. */
  readonly signed: Cents;
};

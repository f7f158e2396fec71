import type { CivilDate } from '../../core/civil-date.ts';
import type { Cents } from '../../core/money.ts';

/** What a bureau is asked about one debt of one entry. */
export interface BureauLine {
  readonly action: 'include' | 'remove';
  /** The ledger's entry id. */
  readonly entryId: string;
  readonly creditorDocument: string;
  readonly creditorName: string;
  /** Unmasked: the bureau identifies the debtor by it. */
  readonly debtorDocument: string;
  readonly debtorName: string;
  readonly address: string;
  readonly city: string;
  readonly uf: string;
  readonly debtNumber: string;
  readonly dueDate: CivilDate;
  readonly amount: Cents;
}

/** What became of a request. */
export interface BureauReceipt {
  /** Where a person finds it; null when nothing was written, in a rehearsal. */
  readonly file: string | null;
}

export interface BureauProvider {
  /** The lines of one entry; durable when it returns. @throws Error when they could not be taken */
  submit(lines: readonly BureauLine[]): Promise<BureauReceipt>;
}

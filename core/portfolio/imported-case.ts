import type { ContactPoint, Debt, Debtor } from '../case/index.ts';

/** What a spreadsheet or ERP row says, validated: a debtor with the debts found for them. Ids are given by the ledger. */
export interface ImportedCase {
  readonly debtor: Omit<Debtor, 'id' | 'contactPoints' | 'optedOut' | 'defaultReason'> & { readonly contactPoints: readonly Omit<ContactPoint, 'id'>[] };
  readonly debts: readonly Omit<Debt, 'id'>[];
  /** The creditor's own key for this client, when the source has one. */
  readonly externalId?: string;
}

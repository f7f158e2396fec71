import type { Case, ContactPoint } from '../case/index.ts';
import type { ImportedCase } from './imported-case.ts';

/** Imported debtors as cases nothing has happened to; in n8n the ledger gives ids, here they only tell one from another: `c1`, `c2`… in the file's order. */
export function asCases(imported: readonly ImportedCase[]): Case[] {
  return imported.map(({ debtor, debts }, index) => {
    const id = `c${index + 1}`;
    return {
      id,
      debtor: {
        ...debtor,
        id: `${id}-d`,
        optedOut: [],
        contactPoints: debtor.contactPoints.map((point, at): ContactPoint => ({ ...point, id: `${id}-p${at + 1}` })),
      },
      debts: debts.map((debt, at) => ({ ...debt, id: `${id}-t${at + 1}` })),
      contacts: [],
      steps: [],
      promises: [],
      agreements: [],
      bureauEntries: [],
      filings: [],
    };
  });
}

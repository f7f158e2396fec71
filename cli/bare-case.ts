import type { Case, Debtor } from '../core/case/index.ts';

/** A case of which only what the options say is known: somebody in São Paulo without contacts, purchases or history. */
export function bareCase({ debtor, ...known }: { readonly debtor?: Partial<Debtor> } & Partial<Omit<Case, 'id' | 'debtor'>>): Case {
  return {
    id: 'caso',
    debtor: {
      id: 'devedor',
      name: '',
      document: '',
      kind: 'person',
      uf: 'SP',
      contactPoints: [],
      lifetimeValue: 0,
      invoicesPaid: 0,
      invoicesPaidOnTime: 0,
      optedOut: [],
      ...debtor,
    },
    debts: [],
    contacts: [],
    steps: [],
    promises: [],
    agreements: [],
    bureauEntries: [],
    filings: [],
    ...known,
  };
}

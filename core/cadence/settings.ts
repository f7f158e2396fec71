import type { CadenceDocument } from './document.ts';

/** What every node of a running cadence has to know beside its own parameters; the ledger keeps it with each run. */
export interface CadenceSettings {
  readonly cadenceId: string;
  readonly cadenceName: string;
  readonly creditor: CadenceDocument['creditor'];
  readonly policies: CadenceDocument['policies'];
}

export function settingsOf(document: CadenceDocument): CadenceSettings {
  return { cadenceId: document.id, cadenceName: document.name, creditor: document.creditor, policies: document.policies };
}

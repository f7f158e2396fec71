import type { INodeCredentialDescription } from 'n8n-workflow';

/** Every node that reads or writes the ledger takes this credential; without it the ledger is a file in n8n's folder. */
export const ledgerCredential: INodeCredentialDescription = { name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' };

import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { runOperation } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { checkRemovals } from './check.ts';
import { confirmRegistered, confirmRemoved } from './confirm.ts';
import { creditBureauProperties } from './description.ts';
import { requestRemovals } from './removal.ts';
import { requestEntries } from './request.ts';

const operations = { request: requestEntries, registered: confirmRegistered, removal: requestRemovals, removed: confirmRemoved, check: checkRemovals };

export class CreditBureau implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Órgão de proteção ao crédito',
    name: 'creditBureau',
    icon: { light: 'file:creditBureau.svg', dark: 'file:creditBureau.dark.svg' },
    group: ['output'],
    version: nodeVersions('creditBureau'),
    defaultVersion: nodeVersion('creditBureau'),
    subtitle:
      '={{ { request: "pedir negativação", registered: "confirmar registro", removal: "pedir retirada", removed: "confirmar retirada", check: "conferir prazos" }[$parameter["operation"]] }}',
    description: 'Negativação com aviso prévio provado, e retirada no prazo de cinco dias úteis depois do pagamento',
    defaults: { name: 'Órgão de proteção ao crédito' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ ({ request: ["Pedida", "Não pode", "Falhou"], registered: ["Registrada", "Nada a confirmar", "Falhou"], removal: ["Retirada pedida", "Nada a retirar", "Falhou"], removed: ["Retirada", "Nada a confirmar", "Falhou"], check: ["Em dia", "Alarme", "Falhou"] })[$parameter["operation"]].map((name) => ({ type: "main", displayName: name })) }}',
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: creditBureauProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperation(this, operations, 'request', ['check']);
  }
}

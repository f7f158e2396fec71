import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { runOperation } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { checkFilings } from './check.ts';
import { smallClaimsProperties } from './description.ts';
import { recordFiled } from './filed.ts';
import { prepareFilings } from './prepare.ts';

const operations = { prepare: prepareFilings, filed: recordFiled, check: checkFilings };

export class SmallClaims implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Juizado especial',
    name: 'smallClaims',
    icon: { light: 'file:smallClaims.svg', dark: 'file:smallClaims.dark.svg' },
    group: ['output'],
    version: nodeVersions('smallClaims'),
    defaultVersion: nodeVersion('smallClaims'),
    subtitle: '={{ { prepare: "preparar a ação", filed: "ação protocolada", check: "conferir se cabe" }[$parameter["operation"]] }}',
    description: 'Confere se a ação cabe no juizado especial e prepara tudo para uma pessoa protocolar',
    defaults: { name: 'Juizado especial' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ ({ prepare: ["Preparada", "Não cabe", "Falhou"], filed: ["Protocolada", "Nada a protocolar", "Falhou"], check: ["Cabe", "Não cabe", "Falhou"] })[$parameter["operation"]].map((name) => ({ type: "main", displayName: name })) }}',
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: smallClaimsProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperation(this, operations, 'prepare', ['check']);
  }
}

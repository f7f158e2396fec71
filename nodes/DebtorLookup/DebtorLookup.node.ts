import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { asNodeError } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { debtorLookupProperties } from './description.ts';
import { takeDueCases } from './due.ts';
import { findDebtor } from './find.ts';
import { importPortfolio } from './import.ts';

const operations = { due: takeDueCases, import: importPortfolio, find: findDebtor };

export class DebtorLookup implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Devedores: consulta',
    name: 'debtorLookup',
    icon: { light: 'file:debtorLookup.svg', dark: 'file:debtorLookup.dark.svg' },
    group: ['input'],
    version: 1,
    subtitle: '={{ { due: "casos do dia", import: "importar carteira", find: "procurar um devedor" }[$parameter["operation"]] }}',
    description: 'Busca os casos que têm algo a fazer hoje, importa a carteira de devedores ou procura um devedor',
    defaults: { name: 'Devedores: consulta' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ ({ due: ["Casos do dia", "Com problema"], import: ["Importados", "Linhas inválidas"], find: ["Encontrado", "Não encontrado"] })[$parameter["operation"]].map((name) => ({ type: "main", displayName: name })) }}',
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: debtorLookupProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
    return asNodeError(this, () => operations[operation].call(this));
  }
}

import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { runOperation } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { attributeEvents } from './attribute.ts';
import { debtorLookupProperties } from './description.ts';
import { searchPortfolios } from '../shared/portfolio-field.ts';
import { takeDueCases } from './due.ts';
import { eraseData } from './erase.ts';
import { exportData } from './export.ts';
import { findDebtor } from './find.ts';
import { importPortfolio } from './import.ts';
import { reportDay } from './report.ts';
import { endRetention } from './retention.ts';
import { listUnattributed } from './unattributed.ts';

const operations = {
  due: takeDueCases,
  import: importPortfolio,
  find: findDebtor,
  export: exportData,
  erase: eraseData,
  retention: endRetention,
  report: reportDay,
  unattributed: listUnattributed,
  attribute: attributeEvents,
};

export class DebtorLookup implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Devedores: consulta',
    name: 'debtorLookup',
    icon: { light: 'file:debtorLookup.svg', dark: 'file:debtorLookup.dark.svg' },
    group: ['input'],
    version: nodeVersions('debtorLookup'),
    defaultVersion: nodeVersion('debtorLookup'),
    subtitle:
      '={{ { due: "casos do dia", import: "importar carteira", find: "procurar um devedor", export: "exportar dados", erase: "apagar dados", retention: "prazo de guarda", report: "relatório do dia", unattributed: "avisos sem dono", attribute: "dizer de quem é um aviso" }[$parameter["operation"]] }}',
    description: 'Busca os casos que têm algo a fazer hoje, importa a carteira de devedores, procura um devedor, exporta ou apaga os dados dele',
    defaults: { name: 'Devedores: consulta' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ ({ due: ["Casos do dia", "Com problema", "Negativação a retirar"], import: ["Importados", "Linhas inválidas"], find: ["Encontrado", "Não encontrado"], export: ["Dados", "Não encontrado"], erase: ["Apagado", "Não apagado"], retention: ["Resultado"], report: ["Relatório"], unattributed: ["Avisos"], attribute: ["Registrado", "Não registrado"] })[$parameter["operation"]].map((name) => ({ type: "main", displayName: name })) }}',
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: debtorLookupProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest }, listSearch: { searchPortfolios } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperation(this, operations, 'due', ['find']);
  }
}

import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { runOperation } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { searchPortfolios } from '../shared/portfolio-field.ts';
import { documentsProperties } from './description.ts';
import { bureauFile, courtPackages, letters } from './make.ts';

const operations = { letters, courtPackage: courtPackages, bureauFile };

export class Documents implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Documentos',
    name: 'documents',
    icon: { light: 'file:documents.svg', dark: 'file:documents.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ { letters: "cartas", courtPackage: "pacote do juizado", bureauFile: "planilha do órgão" }[$parameter["operation"]] }}',
    description: 'Faz na hora, do registro, o que uma pessoa imprime ou envia: cartas, o pacote do juizado, a planilha do órgão de proteção',
    defaults: { name: 'Documentos' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Com documento', 'Nada a fazer', 'Falhou'],
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: documentsProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest }, listSearch: { searchPortfolios } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperation(this, operations, 'letters');
  }
}

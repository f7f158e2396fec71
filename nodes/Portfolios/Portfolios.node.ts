import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { runOperation } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { searchPortfolios } from '../shared/portfolio-field.ts';
import { portfoliosProperties } from './description.ts';
import { handOver } from './hand-over.ts';
import { listPortfolios } from './list.ts';
import { moveToLedger } from './move.ts';
import { rename } from './rename.ts';

const operations = { list: listPortfolios, rename, handOver, move: moveToLedger };

export class Portfolios implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Carteiras',
    name: 'portfolios',
    icon: { light: 'file:portfolios.svg', dark: 'file:portfolios.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ { list: "listar", rename: "renomear", handOver: "mudar de régua", move: "mudar de registro" }[$parameter["operation"]] }}',
    description: 'Mostra as carteiras do registro e de quem são; renomeia uma com tudo o que há nela; entrega uma a outra régua',
    defaults: { name: 'Carteiras' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: portfoliosProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest }, listSearch: { searchPortfolios } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperation(this, operations, 'list');
  }
}

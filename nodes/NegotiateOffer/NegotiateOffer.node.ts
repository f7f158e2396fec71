import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { runOperation } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { acceptOffers } from './accept.ts';
import { breakAgreements } from './break.ts';
import { negotiateOfferProperties } from './description.ts';
import { recordPromises } from './promise.ts';
import { proposeOffers } from './propose.ts';
import { reinstateDebts } from './reinstate.ts';

const operations = { propose: proposeOffers, accept: acceptOffers, break: breakAgreements, reinstate: reinstateDebts, promise: recordPromises };

export class NegotiateOffer implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Proposta e acordo',
    name: 'negotiateOffer',
    icon: { light: 'file:negotiateOffer.svg', dark: 'file:negotiateOffer.dark.svg' },
    group: ['transform'],
    version: nodeVersions('negotiateOffer'),
    defaultVersion: nodeVersion('negotiateOffer'),
    subtitle:
      '={{ { propose: "propor", accept: "aceitar proposta", break: "verificar quebra", reinstate: "retomar a cobrança", promise: "promessa de pagamento" }[$parameter["operation"]] }}',
    description:
      'Faz propostas dentro da política, fecha acordos e promessas. Um agente de IA que o use como ferramenta trata só do caso que o fluxo lhe deu e não passa da política.',
    defaults: { name: 'Proposta e acordo' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ ({ propose: ["Com proposta", "Sem proposta"], accept: ["Acordo feito", "Não aceito"], break: ["Quebrado", "Em vigor"], reinstate: ["Retomado", "Nada a retomar"], promise: ["Promessa registrada", "Não registrada"] })[$parameter["operation"]].map((name) => ({ type: "main", displayName: name })) }}',
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: negotiateOfferProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperation(this, operations, 'propose', ['propose', 'accept', 'promise']);
  }
}

import { fromParameter, webhookDescriptionFields } from 'n8n-workflow';
import type { IHookFunctions, INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { reguaTriggerProperties } from './description.ts';
import { receive } from './receive.ts';
import { webhookSecretTest } from './webhook-secret.ts';

export class ReguaTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Régua Trigger',
    name: 'reguaTrigger',
    icon: { light: 'file:reguaTrigger.svg', dark: 'file:reguaTrigger.dark.svg' },
    group: ['trigger'],
    version: nodeVersions('reguaTrigger'),
    defaultVersion: nodeVersion('reguaTrigger'),
    subtitle:
      '={{ ($parameter["events"] || []).map((event) => ({ payment: "pagamento", reply: "resposta", promise: "promessa", agreement: "acordo", dispute: "contestação", optOut: "saída", survey: "pesquisa", delivery: "comprovante", reversal: "estorno" })[event]).join(" · ") }}',
    description: 'Recebe pagamentos, estornos, respostas, promessas, contestações e comprovantes, grava no registro e segue pela saída do evento',
    eventTriggerDescription: 'Esperando um evento no endereço de teste',
    activationMessage: 'Pronto: os eventos chegam pelo endereço de produção deste gatilho.',
    defaults: { name: 'Régua Trigger' },
    inputs: [],
    outputs:
      '={{ ($parameter["events"] || []).map((event) => ({ type: "main", displayName: { payment: "Pagamento", reply: "Resposta", promise: "Promessa", agreement: "Acordo", dispute: "Contestação", optOut: "Pediu para sair", survey: "Pesquisa", delivery: "Comprovante", reversal: "Estorno" }[event] || event })) }}',
    credentials: [
      { name: 'reguaWebhook', required: true, testedBy: 'webhookSecretTest' },
      { name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' },
    ],
    webhooks: [
      {
        name: 'default',
        responseMode: 'onReceived',
        responseData: '',
        httpMethod: 'POST',
        isFullPath: true,
        ...webhookDescriptionFields({ path: fromParameter('path') }),
        path: '={{$parameter["path"]}}',
      },
      {
        // The designer asks here how many cases stand in each step.
        name: 'setup',
        responseMode: 'onReceived',
        responseData: '',
        httpMethod: 'GET',
        isFullPath: true,
        ndvHideUrl: true,
        ...webhookDescriptionFields({ path: fromParameter('path') }),
        path: '={{$parameter["path"]}}',
      },
    ],
    properties: reguaTriggerProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest, webhookSecretTest } };

  // Nothing is registered elsewhere: the address is given to whoever sends events.
  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        return true;
      },
      async create(this: IHookFunctions): Promise<boolean> {
        return true;
      },
      async delete(this: IHookFunctions): Promise<boolean> {
        return true;
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receive(this);
  }
}

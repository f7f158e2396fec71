import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { runOperation } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { confirmMessages } from './confirm.ts';
import { sendMessageProperties } from './description.ts';
import { sendMessages } from './send.ts';
import { smtpConnectionTest } from './smtp-connection-test.ts';

const operations = { send: sendMessages, composeOnly: sendMessages, confirm: confirmMessages };

export class SendMessage implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Mensagem',
    name: 'sendMessage',
    icon: { light: 'file:sendMessage.svg', dark: 'file:sendMessage.dark.svg' },
    group: ['output'],
    version: nodeVersions('sendMessage'),
    defaultVersion: nodeVersion('sendMessage'),
    subtitle:
      '={{ { send: "enviar", composeOnly: "só escrever", confirm: "confirmar" }[$parameter["operation"]] + ({ email: " · e-mail", sms: " · SMS", whatsapp: " · WhatsApp", voice: " · ligação", letter: " · carta" }[$parameter["channel"]] || "") }}',
    description: 'Escreve a mensagem, confere se pode sair, reserva, envia e registra. Nunca duas vezes, nunca para quem já pagou.',
    defaults: { name: 'Mensagem' },
    inputs:
      '={{ $parameter["aiWording"] && $parameter["operation"] !== "confirm" ? [{ type: "main" }, { type: "ai_languageModel", displayName: "Modelo", maxConnections: 1 }] : [{ type: "main" }] }}',
    outputs:
      '={{ ({ send: ["Enviada", "Em paz hoje", "Falhou"], composeOnly: ["Escrita", "Em paz hoje", "Falhou"], confirm: ["Confirmada", "Nada a confirmar", "Falhou"] })[$parameter["operation"]].map((name) => ({ type: "main", displayName: name })) }}',
    usableAsTool: true,
    credentials: [
      { name: 'reguaSmtp', required: false, testedBy: 'smtpConnectionTest', displayOptions: { show: { operation: ['send'] } } },
      { name: 'reguaGateway', required: false, displayOptions: { show: { operation: ['send'] } } },
      { name: 'reguaEvolution', required: false, displayOptions: { show: { operation: ['send'] } } },
      { name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' },
    ],
    properties: sendMessageProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest, smtpConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperation(this, operations, 'send');
  }
}

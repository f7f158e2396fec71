import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { asNodeError } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { chooseChannels } from './choose-channels.ts';
import { channelChoiceProperties } from './description.ts';

export class ChannelChoice implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Escolha do canal',
    name: 'channelChoice',
    icon: { light: 'file:channelChoice.svg', dark: 'file:channelChoice.dark.svg' },
    group: ['transform'],
    version: nodeVersions('channelChoice'),
    defaultVersion: nodeVersion('channelChoice'),
    subtitle:
      '={{ ($parameter["channels"] || []).map((channel) => ({ email: "e-mail", sms: "SMS", whatsapp: "WhatsApp", voice: "ligação", letter: "carta" })[channel]).join(" · ") }}',
    description: 'Escolhe por onde falar com o devedor: consentimento, contato válido, o que já teve resposta e custo',
    defaults: { name: 'Escolha do canal' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Canal escolhido', 'Sem canal'],
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: channelChoiceProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return asNodeError(this, () => chooseChannels.call(this));
  }
}

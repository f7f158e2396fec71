import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { outboxProperty } from './shared/outbox-property.ts';

/** Evolution API 2.x: one instance is one connected WhatsApp number. */
export class ReguaEvolution implements ICredentialType {
  name = 'reguaEvolution';

  displayName = 'Régua: WhatsApp (Evolution API)';

  icon = { light: 'file:reguaEvolution.svg', dark: 'file:reguaEvolution.dark.svg' } as const;

  documentationUrl = 'https://github.com/regua-cobranca/n8n-nodes-regua/blob/main/docs/evolution.md';

  properties: INodeProperties[] = [
    { displayName: 'Endereço', name: 'baseUrl', type: 'string', default: '', placeholder: 'https://evolution.suaempresa.com.br', required: true },
    { displayName: 'Chave da API', name: 'apiKey', type: 'string', typeOptions: { password: true }, default: '', required: true },
    {
      displayName: 'Instância',
      name: 'instance',
      type: 'string',
      default: '',
      placeholder: 'cobranca',
      description: 'O nome dado ao número conectado',
      required: true,
    },
    outboxProperty,
  ];

  authenticate: IAuthenticateGeneric = { type: 'generic', properties: { headers: { apikey: '={{$credentials.apiKey}}' } } };

  test: ICredentialTestRequest = {
    request: { baseURL: "={{$credentials.baseUrl.replace(/\\/+$/, '')}}", url: '=/instance/connectionState/{{encodeURIComponent($credentials.instance)}}' },
  };
}

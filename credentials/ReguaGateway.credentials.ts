import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { outboxProperty } from './shared/outbox-property.ts';

/** A generic HTTP gateway for SMS, WhatsApp and voice; the contract is in providers/messaging/gateway. */
export class ReguaGateway implements ICredentialType {
  name = 'reguaGateway';

  displayName = 'Régua: gateway de mensagens';

  icon = { light: 'file:reguaGateway.svg', dark: 'file:reguaGateway.dark.svg' } as const;

  documentationUrl = 'https://github.com/regua-cobranca/n8n-nodes-regua/blob/main/docs/gateway.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Endereço',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'https://gateway.suaempresa.com.br/v1',
      description: 'A Régua chama POST {endereço}/messages para enviar e GET {endereço}/health para testar',
      required: true,
    },
    {
      displayName: 'Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: 'Vai no cabeçalho Authorization: Bearer',
    },
    outboxProperty,
  ];

  authenticate: IAuthenticateGeneric = { type: 'generic', properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } } };

  test: ICredentialTestRequest = { request: { baseURL: "={{$credentials.baseUrl.replace(/\\/+$/, '')}}", url: '/health' } };
}

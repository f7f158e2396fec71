import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['confirm'] } };

export const confirmProperties: INodeProperties[] = [
  {
    displayName: 'O que aconteceu',
    name: 'confirmStatus',
    type: 'options',
    options: [
      { name: 'Chegou', value: 'delivered' },
      { name: 'Foi enviada', value: 'sent' },
      { name: 'Não saiu', value: 'failed' },
    ],
    default: 'sent',
    displayOptions,
  },
  {
    displayName: 'Contato',
    name: 'contactId',
    type: 'string',
    default: '',
    description: 'Código do contato. Vazio: o que o item traz em message.contactId.',
    displayOptions,
  },
  {
    displayName: 'Código no provedor',
    name: 'providerMessageId',
    type: 'string',
    default: '',
    description: 'Para reconhecer os comprovantes que chegarem depois',
    displayOptions,
  },
  {
    displayName: 'Motivo da falha',
    name: 'failureReason',
    type: 'string',
    default: '',
    displayOptions: { show: { operation: ['confirm'], confirmStatus: ['failed'] } },
  },
];

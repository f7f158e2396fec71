import type { INodeProperties } from 'n8n-workflow';
import { blockIdProperty } from '../shared/block-id.ts';
import { channelOptions } from '../shared/channel-options.ts';
import { purposeOptions } from '../shared/purpose-options.ts';

export const channelChoiceProperties: INodeProperties[] = [
  {
    displayName: 'Canais',
    name: 'channels',
    type: 'multiOptions',
    options: channelOptions,
    default: ['whatsapp', 'sms', 'email'],
    description: 'Os canais permitidos nesta etapa, na ordem de preferência (a ordem em que foram marcados)',
  },
  {
    displayName: 'Custo máximo (R$)',
    name: 'maxCost',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 2 },
    default: 0,
    description: 'O contato mais caro que esta etapa pode fazer. 0: sem teto.',
  },
  {
    displayName: 'Preferir onde já houve resposta',
    name: 'preferAnswered',
    type: 'boolean',
    default: true,
    description: 'Se o canal em que o devedor já respondeu passa à frente da ordem acima',
  },
  {
    displayName: 'Finalidade da mensagem',
    name: 'purpose',
    type: 'options',
    options: purposeOptions,
    default: 'charge',
    description:
      'A mesma da mensagem que vem depois (o designer preenche). O aviso de negativação prefere canais que comprovam a entrega e nunca vai por ligação.',
  },
  blockIdProperty,
];

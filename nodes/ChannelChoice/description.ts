import type { INodeProperties } from 'n8n-workflow';
import { BLOCKS } from '../../core/cadence/definitions/index.ts';
import { blockIdProperty } from '../shared/block-id.ts';
import { propertiesOfAll, propertyOf } from '../shared/properties-of-field.ts';

export const channelChoiceProperties: INodeProperties[] = [
  ...propertiesOfAll(BLOCKS.channelChoice.fields, {}, 'channelChoice'),
  propertyOf(BLOCKS.message.fields.purpose, {
    displayName: 'Finalidade da mensagem',
    description:
      'A mesma da mensagem que vem depois (o designer preenche). O aviso de negativação prefere canais que comprovam a entrega e nunca vai por ligação.',
  }),
  blockIdProperty,
];

import type { INodeProperties } from 'n8n-workflow';
import { portfolioProperty } from '../shared/portfolio-scope.ts';

/** Fields of the two operations for events that came through a trigger and belong to nobody known: seeing them, and saying whose one is. */
export const unattributedProperties: INodeProperties[] = [
  portfolioProperty('Por cujo gatilho os avisos vieram. Vazio: de todas.', 'unattributed'),
  {
    displayName: 'Mostrar também os já resolvidos',
    name: 'all',
    type: 'boolean',
    default: false,
    description: 'Liga a lista inteira, para conferência',
    displayOptions: { show: { operation: ['unattributed'] } },
  },
  {
    displayName: 'Código do aviso',
    name: 'eventId',
    type: 'string',
    default: '',
    description: 'Como veio em "Avisos sem dono". Vazio: o que o item traz (eventId).',
    displayOptions: { show: { operation: ['attribute'] } },
  },
  {
    displayName: 'Código do caso',
    name: 'caseId',
    type: 'string',
    default: '',
    description: 'De quem é. O aviso é registrado como se tivesse vindo para este caso. Vazio: não é de ninguém, e o aviso é fechado.',
    displayOptions: { show: { operation: ['attribute'] } },
  },
];

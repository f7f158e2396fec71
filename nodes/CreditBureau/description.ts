import { TEAMS } from '../../core/case/index.ts';
import type { INodeProperties } from 'n8n-workflow';
import { BLOCKS } from '../../core/cadence/definitions/index.ts';
import { blockIdProperty } from '../shared/block-id.ts';
import { caseIdProperty } from '../shared/case-id.ts';
import { propertiesOf } from '../shared/properties-of-field.ts';

export const creditBureauProperties: INodeProperties[] = [
  {
    displayName: 'Operação',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Conferir prazos',
        value: 'check',
        description: 'Alarme quando a retirada depois do pagamento está para vencer',
        action: 'Conferir prazos de retirada',
      },
      { name: 'Confirmar registro', value: 'registered', description: 'O órgão registrou o pedido', action: 'Confirmar um registro' },
      { name: 'Confirmar retirada', value: 'removed', description: 'O órgão retirou o registro', action: 'Confirmar uma retirada' },
      { name: 'Pedir negativação', value: 'request', description: 'Só se o aviso prévio foi entregue e o prazo passou', action: 'Pedir uma negativação' },
      { name: 'Pedir retirada', value: 'removal', description: 'Depois do pagamento, do acordo ou da contestação', action: 'Pedir uma retirada' },
    ],
    default: BLOCKS.bureau.operations[0],
  },
  ...propertiesOf(BLOCKS.bureau.fields.provider, { displayOptions: { show: { operation: [...BLOCKS.bureau.operations] } } }, 'creditBureau'),
  {
    displayName: 'Equipe',
    name: 'team',
    type: 'string',
    default: TEAMS.collection,
    description: 'Quem recebe a tarefa',
    displayOptions: { show: { operation: ['request', 'removal', 'check'] } },
  },
  caseIdProperty,
  blockIdProperty,
];

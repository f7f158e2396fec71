import type { INodeProperties } from 'n8n-workflow';
import { BLOCKS } from '../../core/cadence/definitions/index.ts';
import { blockIdProperty } from '../shared/block-id.ts';
import { propertiesOfAll } from '../shared/properties-of-field.ts';
import { confirmProperties } from './confirm.description.ts';

const composing = { show: { operation: ['send', 'composeOnly'] } };

export const sendMessageProperties: INodeProperties[] = [
  {
    displayName: 'Operação',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Enviar', value: 'send', description: 'Escreve, confere, reserva, envia e registra', action: 'Enviar uma mensagem' },
      {
        name: 'Só escrever',
        value: 'composeOnly',
        description: 'Escreve e reserva; outro nó da sua equipe envia, e depois a operação Confirmar fecha',
        action: 'Escrever uma mensagem para outro nó enviar',
      },
      { name: 'Confirmar', value: 'confirm', description: 'Diz o que aconteceu com uma mensagem escrita ou em dúvida', action: 'Confirmar uma mensagem' },
    ],
    default: BLOCKS.message.operations[0],
  },
  ...propertiesOfAll(
    BLOCKS.message.fields,
    {
      purpose: { displayOptions: composing, description: 'Decide o que a mensagem precisa conter e o que a guarda confere' },
      channel: { displayOptions: composing },
      texts: {
        displayOptions: composing,
        description:
          'Vale o texto mais específico para o canal, a faixa e o motivo do atraso. O valor discriminado, como pagar e como falar com uma pessoa são acrescentados quando faltam.',
        row: {
          body: {
            description:
              'Variáveis entre chaves duplas, como {{ debtor.firstName }} e {{ amount.total }}. São da Régua, não do n8n: deixe o campo em modo fixo.',
          },
        },
      },
      asksForAnswer: { displayOptions: composing },
      aiWording: {
        displayOptions: composing,
        noDataExpression: true,
        description:
          'Se um modelo de linguagem ligado abaixo reescreve o texto. Valores, datas, links e nomes são conferidos depois; em qualquer dúvida sai o texto da régua.',
      },
    },
    'sendMessage',
  ),
  ...confirmProperties,
  {
    displayName: 'Mensagens ao mesmo tempo',
    name: 'concurrency',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 100 },
    default: 20,
    description: 'Cada provedor tem também o seu próprio limite',
    displayOptions: { show: { operation: ['send'] } },
  },
  {
    displayName: 'Tempo de espera (segundos)',
    name: 'timeoutSeconds',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 300 },
    default: 30,
    description: 'Por mensagem. Sem resposta até lá, a mensagem fica em dúvida: uma pessoa confere, e ela não é enviada de novo.',
    displayOptions: { show: { operation: ['send'] } },
  },
  blockIdProperty,
];

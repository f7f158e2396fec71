import type { INodeProperties } from 'n8n-workflow';
import { blockIdProperty } from '../shared/block-id.ts';
import { channelOptions } from '../shared/channel-options.ts';
import { purposeOptions } from '../shared/purpose-options.ts';
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
    default: 'send',
  },
  {
    displayName: 'Finalidade',
    name: 'purpose',
    type: 'options',
    options: purposeOptions,
    default: 'charge',
    description: 'Decide o que a mensagem precisa conter e o que a guarda confere',
    displayOptions: composing,
  },
  {
    displayName: 'Canal',
    name: 'channel',
    type: 'options',
    options: [
      { name: 'O escolhido antes', value: 'chosen', description: 'Pelo nó "Escolha do canal"; na falha, tenta o seguinte da ordem' },
      ...channelOptions,
    ],
    default: 'chosen',
    displayOptions: composing,
  },
  {
    displayName: 'Textos',
    name: 'texts',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: 'Acrescentar texto',
    default: { text: [{ channel: 'any', subject: '', body: 'Olá, {{ debtor.firstName }}.' }] },
    description:
      'Vale o texto mais específico para o canal, a faixa e o motivo do atraso. O valor discriminado, como pagar e como falar com uma pessoa são acrescentados quando faltam.',
    options: [
      {
        name: 'text',
        displayName: 'Texto',
        values: [
          {
            displayName: 'Para o canal',
            name: 'channel',
            type: 'options',
            options: [...channelOptions, { name: 'Qualquer canal', value: 'any' }],
            default: 'any',
          },
          {
            displayName: 'Só para a faixa',
            name: 'tierId',
            type: 'string',
            default: '',
            placeholder: 'cliente-valioso',
            description: 'Código da faixa. Vazio: todas.',
          },
          {
            displayName: 'Só para o motivo',
            name: 'defaultReason',
            type: 'options',
            options: [
              { name: 'Contesta a cobrança', value: 'disputed' },
              { name: 'Desemprego', value: 'unemployment' },
              { name: 'Doença', value: 'illness' },
              { name: 'Esqueceu', value: 'forgot' },
              { name: 'Luto', value: 'bereavement' },
              { name: 'Outro', value: 'other' },
              { name: 'Qualquer motivo', value: '' },
              { name: 'Renda menor', value: 'income-drop' },
            ],
            default: '',
          },
          { displayName: 'Assunto', name: 'subject', type: 'string', default: '', description: 'E-mail e carta' },
          {
            displayName: 'Texto',
            name: 'body',
            type: 'string',
            typeOptions: { rows: 6 },
            default: '',
            description:
              'Variáveis entre chaves duplas, como {{ debtor.firstName }} e {{ amount.total }}. São da Régua, não do n8n: deixe o campo em modo fixo.',
          },
        ],
      },
    ],
    displayOptions: composing,
  },
  {
    displayName: 'Pede resposta',
    name: 'asksForAnswer',
    type: 'boolean',
    default: false,
    description: 'Se a mensagem pede ao devedor que responda',
    displayOptions: composing,
  },
  {
    displayName: 'Redação por IA',
    name: 'aiWording',
    type: 'boolean',
    default: false,
    noDataExpression: true,
    description:
      'Se um modelo de linguagem ligado abaixo reescreve o texto. Valores, datas, links e nomes são conferidos depois; em qualquer dúvida sai o texto da régua.',
    displayOptions: composing,
  },
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

import type { INodeProperties } from 'n8n-workflow';
import { BLOCKS } from '../../core/cadence/definitions/index.ts';
import { blockIdProperty } from '../shared/block-id.ts';
import { caseIdProperty } from '../shared/case-id.ts';
import { propertiesOfAll } from '../shared/properties-of-field.ts';

export const negotiateOfferProperties: INodeProperties[] = [
  {
    displayName: 'Operação',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Aceitar proposta', value: 'accept', description: 'Fecha o acordo com uma das propostas', action: 'Aceitar uma proposta' },
      {
        name: 'Promessa de pagamento',
        value: 'promise',
        description: 'O devedor diz em que dia paga; a régua espera até lá',
        action: 'Registrar uma promessa de pagamento',
      },
      { name: 'Propor', value: 'propose', description: 'Calcula as propostas que a política permite hoje', action: 'Fazer propostas' },
      { name: 'Retomar a cobrança', value: 'reinstate', description: 'Desfaz o acordo, descontando o que foi pago', action: 'Retomar a cobrança de um acordo' },
      {
        name: 'Verificar quebra',
        value: 'break',
        description: 'Desfaz o acordo só se o atraso passou da tolerância',
        action: 'Verificar se um acordo foi quebrado',
      },
    ],
    default: BLOCKS.offer.operations[0],
  },
  ...propertiesOfAll(
    BLOCKS.offer.fields,
    {
      policyId: {
        displayOptions: { show: { operation: ['propose', 'accept'] } },
        description: 'Código da política. Vazio: a que serve para a faixa e o atraso do caso.',
      },
    },
    'negotiateOffer',
  ),
  {
    displayName: 'Proposta aceita',
    name: 'offerId',
    type: 'string',
    default: '',
    description: 'Código da proposta, como veio em offers. Vazio: a de hoje com o número de parcelas abaixo.',
    displayOptions: { show: { operation: ['accept'] } },
  },
  {
    displayName: 'Parcelas',
    name: 'installments',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 120 },
    default: 1,
    description: '1 é à vista. Só vale quando a proposta aceita está vazia.',
    displayOptions: { show: { operation: ['accept'] } },
  },
  {
    displayName: 'Paga em',
    name: 'dueOn',
    type: 'string',
    default: '',
    placeholder: '2026-11-25',
    description: 'O dia que o devedor prometeu',
    displayOptions: { show: { operation: ['promise'] } },
  },
  {
    displayName: 'Valor (R$)',
    name: 'amount',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 2 },
    default: 0,
    description: '0: tudo o que é devido hoje',
    displayOptions: { show: { operation: ['promise'] } },
  },
  {
    displayName: 'Acordo',
    name: 'agreementId',
    type: 'string',
    default: '',
    description: 'Código do acordo a desfazer. Só é preciso quando o caso tem mais de um em vigor.',
    displayOptions: { show: { operation: ['reinstate'] } },
  },
  caseIdProperty,
  blockIdProperty,
];

import type { INodeProperties } from 'n8n-workflow';
import { STEPS, TRACK_FIELDS } from '../../core/cadence/definitions/index.ts';
import { propertiesOfAll, propertyOf, rowOf } from '../shared/properties-of-field.ts';

const steps = propertyOf(STEPS, {
  description:
    'Cada etapa é uma saída deste nó, na mesma ordem; depois delas vêm "Nada hoje" e "Parcela do acordo". Depois de uma parada roda só a última etapa vencida, nunca várias no mesmo dia.',
});
// What the exporter reads off a step's blocks, so that the node needs no document.
rowOf(steps).values.push(
  {
    displayName: 'Está cumprida quando',
    name: 'doneWhen',
    type: 'options',
    options: [
      { name: 'Um nó da Régua conclui', value: 'action', description: 'Enviar mensagem, proposta, tarefa, negativação ou juizado' },
      { name: 'O caso sai por aqui', value: 'entered', description: 'Use quando depois só há nós de outros pacotes' },
    ],
    default: 'action',
  },
  {
    displayName: 'Termina com o bloco',
    name: 'closedBy',
    type: 'string',
    default: '',
    description:
      'Código do último bloco da etapa, preenchido pelo designer: uma queda no meio traz a etapa de volta até ele. Vazio: o primeiro nó da Régua que concluir.',
    displayOptions: { show: { doneWhen: ['action'] } },
  },
  {
    displayName: 'Fornece',
    name: 'provides',
    type: 'options',
    options: [
      { name: 'Aviso prévio de negativação', value: 'bureau-notice' },
      { name: 'Nada em especial', value: '' },
    ],
    default: '',
  },
  {
    displayName: 'Exige antes',
    name: 'requires',
    type: 'options',
    options: [
      { name: 'Aviso prévio de negativação', value: 'bureau-notice' },
      { name: 'Nada em especial', value: '' },
    ],
    default: '',
  },
  {
    displayName: 'É um passo formal',
    name: 'formal',
    type: 'boolean',
    default: false,
    description: 'Aviso, negativação, juizado ou advogado: espera a conversa que a régua pede antes (contatos que chegaram e dias desde o primeiro)',
  },
);

export const cadenceStepProperties: INodeProperties[] = [
  {
    displayName: 'Código da régua',
    name: 'cadenceId',
    type: 'string',
    default: '',
    placeholder: 'regua',
    description: 'Vazio: a régua que o item traz da consulta de devedores',
  },
  ...propertiesOfAll(TRACK_FIELDS, {}, 'cadenceStep'),
  {
    displayName: 'Dívida que chega atrasada',
    name: 'lateEntry',
    type: 'options',
    options: [
      {
        name: 'Começa do início e recupera',
        value: 'catch-up',
        description: 'As etapas atrasadas vêm uma depois da outra, no ritmo que o limite de contatos deixa',
      },
      { name: 'Começa pela etapa do dia', value: 'latest-step', description: 'As etapas anteriores ficam para trás' },
      { name: 'Começa pela primeira etapa', value: 'first-step', description: 'A primeira depois do vencimento' },
    ],
    default: 'latest-step',
    description: 'O que fazer com um caso que já está vencido quando aparece pela primeira vez',
  },
  {
    displayName: 'Lembrar das parcelas do acordo',
    name: 'installments',
    type: 'boolean',
    default: true,
    description: 'Se o caso com parcela de acordo a lembrar sai por "Parcela do acordo" antes de qualquer etapa. Desligue quando nada segue essa saída.',
  },
  {
    displayName: 'Lembrete de parcela termina com o bloco',
    name: 'installmentClosedBy',
    type: 'string',
    default: '',
    description: 'Código do último bloco ligado à saída "Parcela do acordo", preenchido pelo designer. Vazio: o primeiro nó da Régua que concluir.',
  },
  steps,
];

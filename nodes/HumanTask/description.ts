import type { INodeProperties } from 'n8n-workflow';
import { blockIdProperty } from '../shared/block-id.ts';
import { caseIdProperty } from '../shared/case-id.ts';

export const humanTaskProperties: INodeProperties[] = [
  { displayName: 'Título', name: 'title', type: 'string', default: 'Ligar para o cliente', required: true, placeholder: 'Ligar para o cliente' },
  {
    displayName: 'Instruções',
    name: 'instructions',
    type: 'string',
    typeOptions: { rows: 4 },
    default: '',
    placeholder: 'Pergunte o que aconteceu e ofereça parcelar.',
    description: 'O que a pessoa precisa saber e fazer',
  },
  { displayName: 'Equipe', name: 'team', type: 'string', default: 'cobrança' },
  { displayName: 'Prazo em dias úteis', name: 'dueInBusinessDays', type: 'number', typeOptions: { minValue: 0, maxValue: 60 }, default: 1 },
  caseIdProperty,
  blockIdProperty,
];

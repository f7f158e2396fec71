import type { INodeProperties } from 'n8n-workflow';
import { BLOCKS } from '../../core/cadence/definitions/index.ts';
import { blockIdProperty } from '../shared/block-id.ts';
import { caseIdProperty } from '../shared/case-id.ts';
import { propertiesOf } from '../shared/properties-of-field.ts';

export const smallClaimsProperties: INodeProperties[] = [
  {
    displayName: 'Operação',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Ação protocolada', value: 'filed', description: 'A pessoa protocolou; guarda o número do processo', action: 'Registrar uma ação protocolada' },
      { name: 'Conferir se cabe', value: 'check', description: 'Quem pode, valor, prescrição e advogado', action: 'Conferir se a ação cabe no juizado' },
      {
        name: 'Preparar a ação',
        value: 'prepare',
        description: 'Confere, registra e abre a tarefa para uma pessoa; os documentos são feitos no nó Documentos',
        action: 'Preparar uma ação no juizado',
      },
    ],
    default: BLOCKS.smallClaims.operations[0],
  },
  ...propertiesOf(BLOCKS.smallClaims.fields.provider, { displayOptions: { show: { operation: [...BLOCKS.smallClaims.operations] } } }, 'smallClaims'),
  {
    displayName: 'Equipe',
    name: 'team',
    type: 'string',
    default: 'jurídico',
    description: 'Quem recebe a tarefa',
    displayOptions: { show: { operation: ['prepare'] } },
  },
  {
    displayName: 'Depende do aviso do bloco',
    name: 'restsOn',
    type: 'string',
    default: '',
    description: 'Código do bloco da mesma etapa cujo aviso precisa ter saído antes, preenchido pelo designer. Vazio: não depende de nenhum.',
    displayOptions: { show: { operation: ['prepare'] } },
  },
  { displayName: 'Número do processo', name: 'docket', type: 'string', default: '', displayOptions: { show: { operation: ['filed'] } } },
  caseIdProperty,
  blockIdProperty,
];

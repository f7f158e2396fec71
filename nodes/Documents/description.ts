import type { INodeProperties } from 'n8n-workflow';
import { caseIdProperty } from '../shared/case-id.ts';
import { portfolioField } from '../shared/portfolio-field.ts';

const ofCase = { show: { operation: ['letters', 'courtPackage'] } };

export const documentsProperties: INodeProperties[] = [
  {
    displayName: 'Operação',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Cartas', value: 'letters', description: 'As cartas do caso que esperam o correio, em PDF', action: 'Fazer as cartas de um caso' },
      {
        name: 'Pacote do juizado',
        value: 'courtPackage',
        description: 'Petição, memória de cálculo, contatos e avisos, em ZIP, com o valor de hoje',
        action: 'Fazer o pacote do juizado',
      },
      {
        name: 'Planilha do órgão',
        value: 'bureauFile',
        description: 'Tudo o que falta pedir ao órgão na carteira: inclusões e retiradas',
        action: 'Fazer a planilha do órgão de proteção',
      },
    ],
    default: 'letters',
  },
  portfolioField({ displayOptions: { show: { operation: ['bureauFile'] } } }),
  { ...caseIdProperty, displayOptions: ofCase },
];

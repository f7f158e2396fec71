import type { INodeProperties } from 'n8n-workflow';
import { portfolioProperty } from '../shared/portfolio-scope.ts';

export const findProperties: INodeProperties[] = [
  portfolioProperty('Em que carteira procurar. Vazio: em todas, e cada caso encontrado diz de qual é.', 'find'),
  {
    displayName: 'Procurar por',
    name: 'findBy',
    type: 'options',
    options: [
      { name: 'Código do caso', value: 'caseId' },
      { name: 'CPF ou CNPJ', value: 'document' },
      { name: 'E-mail', value: 'email' },
      { name: 'Número do título', value: 'debtNumber' },
      { name: 'Telefone', value: 'phone' },
    ],
    default: 'document',
    displayOptions: { show: { operation: ['find'] } },
  },
  {
    displayName: 'Valor',
    name: 'findValue',
    type: 'string',
    default: '',
    required: true,
    placeholder: '529.982.247-25',
    description: 'O CPF/CNPJ, telefone, e-mail, número do título ou código do caso a procurar. Como ferramenta de um agente de IA, vem do fluxo, nunca da IA.',
    displayOptions: { show: { operation: ['find'] } },
  },
];

import type { INodeProperties } from 'n8n-workflow';

export const findProperties: INodeProperties[] = [
  {
    displayName: 'Procurar Por',
    name: 'findBy',
    type: 'options',
    options: [
      { name: 'Código Do Caso', value: 'caseId' },
      { name: 'CPF Ou CNPJ', value: 'document' },
      { name: 'E-Mail', value: 'email' },
      { name: 'Número Do Título', value: 'debtNumber' },
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
    description: 'O CPF/CNPJ, telefone, e-mail, número do título ou código do caso a procurar',
    displayOptions: { show: { operation: ['find'] } },
  },
];

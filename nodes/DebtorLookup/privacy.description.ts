import type { INodeProperties } from 'n8n-workflow';

/** Fields of the three operations by which a creditor answers to the LGPD: access (art. 18, II), erasure (art. 18, VI), end of keeping (art. 15, 16). */
export const privacyProperties: INodeProperties[] = [
  {
    displayName: 'CPF ou CNPJ',
    name: 'document',
    type: 'string',
    default: '',
    required: true,
    placeholder: '529.982.247-25',
    description: 'De quem são os dados, em qualquer carteira deste registro',
    displayOptions: { show: { operation: ['export', 'erase'] } },
  },
  {
    displayName: 'Mascarar',
    name: 'masked',
    type: 'boolean',
    default: true,
    description:
      'Esconde parte do CPF/CNPJ, dos telefones e dos e-mails e mostra só o essencial. Desligue para entregar ao titular tudo o que o registro guarda, palavra por palavra.',
    displayOptions: { show: { operation: ['export'] } },
  },
  {
    displayName: 'Confirmação',
    name: 'confirmation',
    type: 'string',
    default: '',
    placeholder: 'APAGAR',
    description:
      'Escreva APAGAR. Não há volta: nome, documento, contatos e textos somem do registro; ficam só valores, datas e situações, sem dizer de quem são. O que o n8n guardou de execuções passadas não muda.',
    displayOptions: { show: { operation: ['erase'] } },
  },
  {
    displayName: 'Meses de guarda',
    name: 'months',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 1200, numberPrecision: 0 },
    default: 60,
    description:
      'Apaga, sem volta e em todas as carteiras deste registro, os dados pessoais de quem está há mais tempo que isto sem dívida aberta, acordo em vigor, negativação, ação e sem nenhum registro novo',
    displayOptions: { show: { operation: ['retention'] } },
  },
];

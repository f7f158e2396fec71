import type { INodeProperties } from 'n8n-workflow';
import { portfolioProperty } from '../shared/portfolio-scope.ts';

/** Fields of the three operations by which a creditor answers to the LGPD: access (art. 18, II), erasure (art. 18, VI), end of keeping (art. 15, 16). */
export const privacyProperties: INodeProperties[] = [
  {
    displayName: 'CPF ou CNPJ',
    name: 'document',
    type: 'string',
    default: '',
    required: true,
    placeholder: '529.982.247-25',
    description: 'De quem são os dados',
    displayOptions: { show: { operation: ['export', 'erase'] } },
  },
  portfolioProperty('De que carteira são os dados. Vazio: de todas, cada uma com o seu nome.', 'export'),
  portfolioProperty('De que carteira apagar. Vazio: da única em que a pessoa está; se está em mais de uma, nada é apagado antes de você dizer qual.', 'erase'),
  {
    displayName: 'Em todas as carteiras',
    name: 'everyPortfolio',
    type: 'boolean',
    default: false,
    description: 'Apaga em todas as carteiras deste registro, também onde há títulos em aberto. Cada carteira costuma ser de um credor.',
    displayOptions: { show: { operation: ['erase'], portfolio: [''] } },
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

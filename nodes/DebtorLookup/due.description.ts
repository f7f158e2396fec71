import type { INodeProperties } from 'n8n-workflow';
import { CADENCE_FIELDS, CREDITOR_FIELDS, FREQUENCY_FIELDS } from '../../core/cadence/definitions/index.ts';
import { frequencySchema } from '../../core/cadence/policies.ts';
import { encodeFields } from '../../core/workflow/index.ts';
import { collectionOf, propertiesOfAll } from '../shared/properties-of-field.ts';

const displayOptions = { show: { operation: ['due'] } };

export const dueProperties: INodeProperties[] = [
  {
    displayName: 'Limite de casos',
    name: 'limit',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 50_000 },
    default: 10_000,
    description: 'Quantos casos levar nesta execução. O que passar disso fica para a próxima; execuções paralelas nunca levam o mesmo caso.',
    displayOptions,
  },
  ...propertiesOfAll(
    CADENCE_FIELDS,
    {
      id: { displayOptions, description: 'Identifica a régua no registro. O designer preenche; não mude depois de começar.' },
      name: { displayOptions },
      description: { displayOptions },
    },
    'debtorLookup',
  ),
  {
    displayName: 'Credor',
    name: 'creditor',
    type: 'collection',
    placeholder: 'Acrescentar dado do credor',
    default: {},
    description: 'Quem cobra. Nome, endereço e CPF/CNPJ aparecem em toda mensagem de cobrança (Código de Defesa do Consumidor, art. 42-A).',
    options: collectionOf(CREDITOR_FIELDS),
    displayOptions,
  },
  {
    displayName: 'Limite de contatos',
    name: 'frequency',
    type: 'collection',
    placeholder: 'Acrescentar limite',
    default: encodeFields(FREQUENCY_FIELDS, frequencySchema.parse({})),
    description: 'Quantas vezes um mesmo devedor pode ser procurado, somando todas as dívidas e todos os canais',
    options: collectionOf(FREQUENCY_FIELDS),
    displayOptions,
  },
  {
    displayName: 'Demais políticas (JSON)',
    name: 'policies',
    type: 'json',
    typeOptions: { rows: 8 },
    default: '{}',
    description:
      'Juros e multa do contrato, horários, feriados municipais, o resto que não se cobra, canais, ofertas, negativação e juizado. O designer preenche; o que faltar vale pelo padrão.',
    displayOptions,
  },
  {
    displayName: 'Acordo quebrado',
    name: 'brokenAgreements',
    type: 'options',
    options: [
      { name: 'Desfazer e voltar à régua', value: 'undo', description: 'A dívida volta, descontado o que foi pago' },
      { name: 'Deixar para uma pessoa decidir', value: 'keep', description: 'O acordo continua em vigor até alguém o desfazer' },
    ],
    default: 'undo',
    description: 'O que fazer quando o atraso de uma parcela passa da tolerância da política de acordos',
    displayOptions,
  },
  {
    displayName: 'Reserva em minutos',
    name: 'leaseMinutes',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 1440 },
    default: 30,
    description:
      'Por quanto tempo um caso levado e não terminado fica reservado a esta execução. Depois disso (uma queda, por exemplo) outra pode levá-lo. Não vale ao testar no editor nem com outra data de hoje.',
    displayOptions,
  },
];

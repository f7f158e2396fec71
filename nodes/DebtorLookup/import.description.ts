import type { INodeProperties } from 'n8n-workflow';
import { FIELDS, PORTFOLIO_FIELDS } from '../../core/portfolio/index.ts';

const fieldOptions = PORTFOLIO_FIELDS.map((field) => ({ name: FIELDS[field].label, value: field }));

const displayOptions = { show: { operation: ['import'] } };

export const importProperties: INodeProperties[] = [
  {
    displayName:
      'Ligue antes um nó que traga o arquivo (CSV de ERP, banco ou planilha, como ele é) ou uma linha por título (banco de dados, ERP). Separador, acentos, linha do cabeçalho e colunas (nome, CPF/CNPJ, vencimento, valor, telefone, e-mail, UF…) são achados sozinhos. Linhas com problema saem pela segunda saída, com o motivo.',
    name: 'importNotice',
    type: 'notice',
    default: '',
    displayOptions,
  },
  {
    displayName: 'Colunas',
    name: 'columns',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    placeholder: 'Dizer de que coluna vem um campo',
    default: {},
    description: 'Só para colunas que não são reconhecidas pelo nome',
    options: [
      {
        name: 'column',
        displayName: 'Coluna',
        values: [
          { displayName: 'Coluna da planilha', name: 'header', type: 'string', default: '', placeholder: 'Vlr. Original' },
          { displayName: 'Campo da Régua', name: 'field', type: 'options', options: fieldOptions, default: 'document' },
        ],
      },
    ],
    displayOptions,
  },
  {
    displayName: 'UF padrão',
    name: 'defaultUf',
    type: 'string',
    default: '',
    placeholder: 'SP',
    description: 'Para devedores sem estado, CEP ou DDD que o diga. Vazio: essas linhas saem como inválidas.',
    displayOptions,
  },
  {
    displayName: 'Contatos novos',
    name: 'contactChanges',
    type: 'options',
    options: [
      { name: 'Mostrar antes de valer', value: 'show', description: 'Entram sem confirmação, saem na lista do item, e nada pessoal vai para eles' },
      { name: 'Aceitar', value: 'accept', description: 'Você conferiu: valem como estão na planilha' },
    ],
    default: 'show',
    description: 'O que fazer com telefones, e-mails e endereços que a planilha traz para quem já estava na carteira. Os de clientes novos valem sempre.',
    displayOptions,
  },
  {
    displayName: 'É tudo o que está em aberto?',
    name: 'allOpen',
    type: 'options',
    options: [
      { name: 'Não: o que não veio continua como está', value: 'no' },
      { name: 'Sim: mostrar o que não veio, sem encerrar', value: 'ask', description: 'Cada título sai pela segunda saída, para alguém ver' },
      {
        name: 'Sim: o que não veio deixa de ser cobrado',
        value: 'cancelled',
        description: 'Volta a ser cobrado quando uma planilha o trouxer em aberto de novo',
      },
      { name: 'Sim: o que não veio foi pago', value: 'paid', description: 'Para sempre: um título pago não reabre por planilha' },
    ],
    default: 'no',
    description: 'Se o arquivo tem todos os títulos em aberto desta carteira, e não só os novos',
    displayOptions,
  },
  {
    displayName: 'Limite do que pode faltar (%)',
    name: 'missingLimit',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 100 },
    default: 30,
    description: 'Se faltar mais do que isso dos títulos em aberto, nada é encerrado: o arquivo pode estar cortado ou ser de outra carteira',
    displayOptions: { show: { operation: ['import'], allOpen: ['ask', 'cancelled', 'paid'] } },
  },
];

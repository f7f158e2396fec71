import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['import'] } };

export const importProperties: INodeProperties[] = [
  {
    displayName:
      'Ligue antes um nó que traga uma linha por título: planilha, CSV, banco de dados ou ERP. As colunas são reconhecidas pelo nome (nome, CPF/CNPJ, vencimento, valor, telefone, e-mail, UF…). Linhas com problema saem pela segunda saída, com o motivo.',
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
          { displayName: 'Coluna Da Planilha', name: 'header', type: 'string', default: '', placeholder: 'Vlr. Original' },
          { displayName: 'Campo Da Régua', name: 'field', type: 'string', default: '', placeholder: 'principal' },
        ],
      },
    ],
    displayOptions,
  },
];

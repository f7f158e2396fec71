import type { INodeProperties } from 'n8n-workflow';
import { dueProperties } from './due.description.ts';
import { findProperties } from './find.description.ts';
import { importProperties } from './import.description.ts';
import { privacyProperties } from './privacy.description.ts';
import { portfolioField } from '../shared/portfolio-field.ts';
import { unattributedProperties } from './unattributed.description.ts';

export const debtorLookupProperties: INodeProperties[] = [
  {
    displayName: 'Operação',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Avisos sem dono',
        value: 'unattributed',
        description: 'Respostas, pedidos e outros eventos que chegaram por um gatilho e não são de ninguém conhecido, ou são de mais de um',
        action: 'Listar avisos sem dono',
      },
      { name: 'Casos do dia', value: 'due', description: 'Os casos que têm algo a fazer hoje', action: 'Buscar os casos do dia' },
      {
        name: 'Importar carteira',
        value: 'import',
        description: 'Grava no registro os devedores que chegam de uma planilha, banco ou ERP',
        action: 'Importar a carteira de devedores',
      },
      { name: 'Procurar um devedor', value: 'find', description: 'Por CPF/CNPJ, telefone, e-mail ou número do título', action: 'Procurar um devedor' },
      { name: 'Dizer de quem é um aviso', value: 'attribute', description: 'Registra um aviso sem dono no caso certo', action: 'Dizer de quem é um aviso' },
      {
        name: 'Exportar dados de um cliente',
        value: 'export',
        description: 'Tudo o que o registro guarda sobre um CPF ou CNPJ (LGPD, art. 18, II)',
        action: 'Exportar os dados de um cliente',
      },
      {
        name: 'Apagar dados de um cliente',
        value: 'erase',
        description: 'Apaga de vez quem é a pessoa; ficam os números, sem dizer de quem são (LGPD, art. 18, VI)',
        action: 'Apagar os dados de um cliente',
      },
      {
        name: 'Relatório do dia',
        value: 'report',
        description: 'Quem foi contatado, quem ficou em paz e por quê, e o que espera uma pessoa; em texto pronto para e-mail ou chat',
        action: 'Resumir o dia',
      },
      {
        name: 'Prazo de guarda',
        value: 'retention',
        description: 'Apaga os dados pessoais de casos encerrados há mais tempo que o prazo (LGPD, arts. 15 e 16)',
        action: 'Aplicar o prazo de guarda',
      },
    ],
    default: 'due',
  },
  portfolioField({
    description: 'O grupo de clientes no registro. Cada régua tem a sua carteira, e cada carteira um só credor.',
    displayOptions: { show: { operation: ['due', 'import', 'report'] } },
  }),
  {
    displayName: 'Data de hoje',
    name: 'today',
    type: 'string',
    default: '',
    placeholder: '2026-11-21',
    description:
      'Deixe vazio para usar a data de hoje em Brasília (ou a variável de ambiente REGUA_TODAY). Com outra data é um ensaio: você vê o que aconteceria naquele dia, às 11:00 de Brasília; nada sai e nada é gravado. Só numa demonstração (REGUA_DEMONSTRATION=1, como no npm start) as mensagens vão para a caixa de saída de ensaio.',
  },
  ...dueProperties,
  ...importProperties,
  ...findProperties,
  ...privacyProperties,
  ...unattributedProperties,
];

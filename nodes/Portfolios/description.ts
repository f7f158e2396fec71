import type { INodeProperties } from 'n8n-workflow';
import { portfolioField } from '../shared/portfolio-field.ts';

const shownFor = (...operation: string[]) => ({ displayOptions: { show: { operation } } });

export const portfoliosProperties: INodeProperties[] = [
  {
    displayName: 'Operação',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Listar carteiras',
        value: 'list',
        description: 'Quantas pessoas há em cada uma, que régua a trabalha e para que credor',
        action: 'Listar as carteiras',
      },
      {
        name: 'Mudar de registro',
        value: 'move',
        description: 'Diz que uma carteira passa a ser trabalhada no registro da credencial deste nó. Nenhum dado é copiado.',
        action: 'Mudar uma carteira de registro',
      },
      {
        name: 'Mudar de régua',
        value: 'handOver',
        description: 'Entrega a carteira a outra régua do mesmo credor; a que a trabalhava para',
        action: 'Entregar uma carteira a outra régua',
      },
      {
        name: 'Renomear uma carteira',
        value: 'rename',
        description: 'Dá outro nome, com todas as pessoas e tudo o que já aconteceu',
        action: 'Renomear uma carteira',
      },
    ],
    default: 'list',
  },
  portfolioField({ default: '', required: true, description: 'Como se chama agora no registro', ...shownFor('rename', 'handOver', 'move') }),
  {
    displayName: 'Novo nome',
    name: 'newName',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'Loja Horizonte',
    description: 'De 1 a 100 caracteres. Ponha o mesmo nome nas regras da régua, no designer, e publique.',
    ...shownFor('rename'),
  },
  {
    displayName: 'Código da régua',
    name: 'toCadenceId',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'classica-4k2m9x1a',
    description: 'A que passa a trabalhar a carteira; está no campo "Código da régua" do nó dela que busca os casos do dia',
    ...shownFor('handOver'),
  },
  {
    displayName: 'Código da régua',
    name: 'movedCadenceId',
    type: 'string',
    default: '',
    placeholder: 'classica-4k2m9x1a',
    description: 'A que trabalha a carteira. Vazio: só as importações mudam de registro.',
    ...shownFor('move'),
  },
];

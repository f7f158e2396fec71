import type { INodeProperties } from 'n8n-workflow';

const amount = (displayName: string, name: string, placeholder: string, description: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  default: '',
  placeholder,
  description: `${description} Vazio: não olhar isto.`,
});

export const ltvTierProperties: INodeProperties[] = [
  {
    displayName: 'As faixas são tentadas em ordem: vale a primeira cujas condições todas se cumprem. Uma faixa sem condições recebe todos; deixe-a por último.',
    name: 'tiersNotice',
    type: 'notice',
    default: '',
  },
  {
    displayName: 'Faixas',
    name: 'tiers',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: 'Acrescentar faixa',
    default: { tier: [{ id: 'all', name: 'Todos' }] },
    options: [
      {
        name: 'tier',
        displayName: 'Faixa',
        values: [
          {
            displayName: 'Código',
            name: 'id',
            type: 'string',
            default: '',
            placeholder: 'cliente-valioso',
            description: 'Sem espaços nem acentos; não mude depois de começar',
            required: true,
          },
          { displayName: 'Nome', name: 'name', type: 'string', default: '', placeholder: 'Cliente valioso', required: true },
          { displayName: 'Descrição', name: 'description', type: 'string', default: '' },
          amount('Já comprou pelo menos (R$)', 'minLifetimeValue', '10.000,00', 'Tudo o que o cliente já comprou.'),
          amount('Já comprou no máximo (R$)', 'maxLifetimeValue', '50.000,00', 'Tudo o que o cliente já comprou.'),
          amount('Dívida sobre o que já comprou, até (%)', 'maxDebtToLifetimePercent', '5', 'Quem gastou R$ 10.000 e deve R$ 300 tem 3%.'),
          amount('Pagou em dia pelo menos (%)', 'minPunctualityPercent', '80', 'Faturas pagas em dia sobre faturas pagas.'),
          amount('Cliente há pelo menos (meses)', 'minRelationshipMonths', '12', 'Tempo de relacionamento.'),
          amount('Deve pelo menos (R$)', 'minDebt', '100,00', 'Total com encargos, hoje.'),
          amount('Deve no máximo (R$)', 'maxDebt', '5.000,00', 'Total com encargos, hoje.'),
        ],
      },
    ],
  },
];

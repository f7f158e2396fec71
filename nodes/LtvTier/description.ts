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
          amount('Já Comprou Pelo Menos (R$)', 'minLifetimeValue', '10.000,00', 'Tudo o que o cliente já comprou.'),
          amount('Já Comprou No Máximo (R$)', 'maxLifetimeValue', '50.000,00', 'Tudo o que o cliente já comprou.'),
          amount('Dívida Sobre O Que Já Comprou, Até (%)', 'maxDebtToLifetimePercent', '5', 'Quem gastou R$ 10.000 e deve R$ 300 tem 3%.'),
          amount('Pagou Em Dia Pelo Menos (%)', 'minPunctualityPercent', '80', 'Faturas pagas em dia sobre faturas pagas.'),
          amount('Cliente Há Pelo Menos (Meses)', 'minRelationshipMonths', '12', 'Tempo de relacionamento.'),
          amount('Deve Pelo Menos (R$)', 'minDebt', '100,00', 'Total com encargos, hoje.'),
          amount('Deve No Máximo (R$)', 'maxDebt', '5.000,00', 'Total com encargos, hoje.'),
        ],
      },
    ],
  },
];

import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** Blocks, as they are offered and as the ruler shows them. */
export const palette = {
  palette: {
    title: 'Blocos',
    help: 'Arraste para a régua, ou toque em + para pôr na etapa escolhida.',
    step: 'Etapa vazia',
    talk: 'Conversar',
    solve: 'Resolver',
    formal: 'Formalizar',
    add: (name: string) => `Adicionar ${name}`,
    addMenu: (day: string) => `O que acontece em ${day}?`,
    filter: 'Procurar bloco',
    whichDay: 'Dia da etapa',
    describe: {
      step: 'Um dia na régua',
      reminder: 'Antes de vencer',
      charge: 'Logo que vence',
      formal: 'Pede uma resposta',
      offer: 'Convite para acordo',
      'bureau-notice': 'Antes de negativar',
      'legal-notice': 'Antes do juizado',
      thanks: 'Quando a pessoa paga',
      survey: 'Pergunta como foi',
      agreement: 'Parcelas do acordo',
      other: 'Texto livre',
      channelChoice: 'O melhor para cada um',
      offerBlock: 'Desconto e parcelas',
      bureau: 'Negativação e baixa',
      smallClaims: 'Prepara os documentos',
      humanTask: 'A equipe assume',
    },
  },
  block: {
    chosenChannel: 'Canal escolhido',
    noPolicy: 'sem política de acordo',
    bureauRequest: 'Registrar negativação',
    bureauRemoval: 'Pedir a baixa',
    manualProvider: 'arquivo e tarefa para a equipe',
    smallClaimsDetail: 'documentos e tarefa para a equipe',
    taskDetail: (team: string, days: number) => `equipe ${team} · ${days === 0 ? 'no mesmo dia' : plural(days, 'dia útil', 'dias úteis')}`,
    off: 'desligado no n8n',
    customDetail: 'veio do n8n, segue como está',
  },
};

import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** How people are assumed to respond in a simulation. */
export const assumptions = {
  assumptions: {
    title: 'Suposições, não medições',
    intro: 'Números redondos para começar. Troque pelos da sua carteira: o resultado vale tanto quanto eles.',
    seed: (seed: number) => `Com os mesmos números e a semente ${seed}, a simulação se repete dia por dia.`,
    changed: (count: number) => `${plural(count, 'número seu', 'números seus')}`,
    reset: 'Voltar ao padrão',
    apply: 'Simular com estes números',
    sections: {
      alone: 'Sem ninguém cobrar',
      channels: 'Quando a mensagem sai',
      weariness: 'O que diminui a resposta',
      purposes: 'Por tipo de mensagem',
      tiers: 'Por faixa de cliente',
      answers: 'O que a resposta vira',
      afterwards: 'Depois da resposta',
      formal: 'Depois das medidas formais',
    },
    help: {
      channels: 'De cada 100 mensagens, quantas chegam. Das que chegam, quantas têm comprovante e quantas são respondidas.',
      factors: 'Quantas vezes a chance de resposta: 1 não muda nada, 2 dobra, 0 zera.',
      answers: 'De cada 100 respostas:',
    },
    columns: { deliveredPercent: 'Chegam', provenPercent: 'Com prova', answeredPercent: 'Respondem' },
    cell: (channel: string, column: string) => `${channel}: ${column}`,
    rest: (percent: string) => `As outras ${percent} não mudam nada.`,
    noRest: 'Somam 100 ou mais: valem em proporção.',
    units: { percent: '%', days: 'dias', times: '×' },
    fields: {
      paysOnTimePercent: 'Pagam até o vencimento',
      spontaneousDailyPercent: 'Pagam sozinhos, a cada dia de atraso',
      ageHalvesEveryDays: 'A resposta cai à metade a cada',
      insistenceFactor: 'A cada contato além do terceiro no mês',
      'answers.pays': 'pagam',
      'answers.promises': 'prometem pagar',
      'answers.agrees': 'fazem acordo, se houver proposta',
      'answers.disputes': 'contestam',
      'answers.optsOut': 'pedem para parar',
      'paymentLagDays.min': 'Quem paga leva no mínimo',
      'paymentLagDays.max': 'Quem paga leva no máximo',
      paysOnlyOldestPercent: 'Pagam só a dívida mais antiga',
      paysPartPercent: 'Pagam só a metade',
      promiseKeptPercent: 'Cumprem a promessa',
      choosesInstallmentsPercent: 'Preferem parcelar o acordo',
      installmentPaidPercent: 'Pagam cada parcela em dia',
      paysAfterRegistrationPercent: 'Pagam em 30 dias após a negativação',
      paysAfterFilingPercent: 'Pagam em 30 dias após a ação',
    },
  },
};

import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** The ruler and the same cadence as a list. */
export const ruler = {
  cadence: { about: 'A régua', description: 'Para que serve esta régua' },
  canvas: {
    label: 'Régua de cobrança',
    help: 'Use as setas para andar entre etapas e blocos, Alt e setas para mover, Enter para editar, mais para adicionar, Delete para apagar.',
    dueDate: 'vencimento',
    block: 'bloco',
    stepLabel: (day: string, name: string, blocks: number) => `${day}, ${name}, ${blocks === 0 ? 'sem blocos' : plural(blocks, 'bloco', 'blocos')}`,
    addBlockTo: (step: string) => `Adicionar bloco em ${step}`,
    addStepAfter: (step: string, day: string) => `Adicionar etapa depois de ${step}, em ${day}`,
    addStepOn: (day: string) => `Adicionar etapa em ${day}`,
    addFirst: 'Adicionar a primeira etapa',
    addTrack: 'Nova trilha',
    cases: (count: number): string => (count === 1 ? 'caso' : 'casos'),
    trackNumber: (number: number) => `Trilha ${number}`,
    newStep: 'Nova etapa',
    newStepHere: 'nova etapa aqui',
    joins: (step: string) => `junta com ${step}`,
    dropOnRuler: 'solte na régua',
    dayTaken: (day: string) => `Já existe uma etapa em ${day}. Coloque blocos nela.`,
    noTier: 'sem faixa de cliente',
    exampleDueDate: 'Ver datas com vencimento em',
    minimap: 'Mapa da régua',
    zoomIn: 'Aproximar',
    zoomOut: 'Afastar',
    fit: 'Ver tudo',
    weekdays: ['dom', 'seg', 'ter', 'qua', 'qui', 'sex', 'sáb'],
    closedDay: 'sem contato',
    emptyTitle: 'Sua régua começa aqui',
    emptyHelp: 'Arraste um bloco para o dia em que quer falar com o cliente, ou comece por um modelo pronto.',
  },
  outline: {
    title: 'Régua em lista',
    empty: 'Sem etapas ainda.',
    addStep: 'Nova etapa',
    earlier: 'Um dia antes',
    later: 'Um dia depois',
    edit: 'Editar',
    stepsOf: (track: string) => `Etapas da trilha ${track}`,
  },
};

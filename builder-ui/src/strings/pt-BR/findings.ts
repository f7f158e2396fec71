import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** What is wrong, and where. */
export const findings = {
  findings: {
    title: 'O que conferir',
    nth: (position: number, count: number, finding: string) => `${position} de ${count}. ${finding}`,
    none: 'Tudo certo por aqui. Esta régua pode ser publicada.',
    count: (count: number) => plural(count, 'ponto a conferir', 'pontos a conferir'),
    summary: (errors: number, warnings: number) =>
      [errors ? plural(errors, 'a corrigir', 'a corrigir') : '', warnings ? plural(warnings, 'a conferir', 'a conferir') : ''].filter(Boolean).join(', ') ||
      'Tudo certo',
    error: 'Corrigir',
    warning: 'Conferir',
    info: 'Bom saber',
    next: 'Ir para o próximo',
    nextKey: 'F8 leva ao próximo ponto.',
    show: 'Mostrar onde',
    fixed: (label: string) => `Pronto: ${label}.`,
  },
};

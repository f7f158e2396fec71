import { pluralIn } from '../plural.ts';
import type { findings as portuguese } from '../pt-BR/findings.ts';

const plural = pluralIn('en');

export const findings: typeof portuguese = {
  findings: {
    title: 'What to check',
    nth: (position, count, finding) => `${position} of ${count}. ${finding}`,
    none: 'All is well. This cadence can be published.',
    count: (count) => plural(count, 'point to check', 'points to check'),
    summary: (errors, warnings) => [errors ? `${errors} to fix` : '', warnings ? `${warnings} to check` : ''].filter(Boolean).join(', ') || 'All well',
    error: 'Fix',
    warning: 'Check',
    info: 'Good to know',
    next: 'Go to the next',
    nextKey: 'F8 leads to the next point.',
    show: 'Show where',
    fixed: (label) => `Done: ${label}.`,
  },
};

import { pluralIn } from '../plural.ts';
import type { assumptions as portuguese } from '../pt-BR/assumptions.ts';

const plural = pluralIn('en');

export const assumptions: typeof portuguese = {
  assumptions: {
    title: 'Assumptions, not measurements',
    intro: 'Round numbers to begin with. Put in those of your portfolio: the result is worth as much as they are.',
    seed: (seed) => `With the same numbers and seed ${seed}, the simulation repeats day by day.`,
    changed: (count) => `${plural(count, 'number', 'numbers')} of yours`,
    reset: 'Back to the defaults',
    apply: 'Simulate with these numbers',
    sections: {
      alone: 'With nobody asking',
      channels: 'When a message leaves',
      weariness: 'What makes answers fewer',
      purposes: 'By kind of message',
      tiers: 'By client tier',
      answers: 'What an answer becomes',
      afterwards: 'After the answer',
      formal: 'After formal measures',
    },
    help: {
      channels: 'Of 100 messages, how many arrive. Of those, how many have a receipt and how many are answered.',
      factors: 'How many times the chance of an answer: 1 changes nothing, 2 doubles it, 0 makes it none.',
      answers: 'Of 100 answers:',
    },
    columns: { deliveredPercent: 'Arrive', provenPercent: 'Receipt', answeredPercent: 'Answered' },
    cell: (channel, column) => `${channel}: ${column}`,
    rest: (percent) => `The other ${percent} change nothing.`,
    noRest: 'They add up to 100 or more: they count in proportion.',
    units: { percent: '%', days: 'days', times: '×' },
    fields: {
      paysOnTimePercent: 'Pay by the due date',
      spontaneousDailyPercent: 'Pay unasked, each day overdue',
      ageHalvesEveryDays: 'Answers halve every',
      insistenceFactor: 'For each contact beyond the third in a month',
      'answers.pays': 'pay',
      'answers.promises': 'promise to pay',
      'answers.agrees': 'make an agreement, if there is an offer',
      'answers.disputes': 'dispute it',
      'answers.optsOut': 'ask to stop',
      'paymentLagDays.min': 'Who pays takes at least',
      'paymentLagDays.max': 'Who pays takes at most',
      paysOnlyOldestPercent: 'Pay the oldest debt only',
      paysPartPercent: 'Pay half only',
      promiseKeptPercent: 'Keep their promise',
      choosesInstallmentsPercent: 'Prefer instalments',
      installmentPaidPercent: 'Pay each instalment on time',
      paysAfterRegistrationPercent: 'Pay within 30 days of registration',
      paysAfterFilingPercent: 'Pay within 30 days of the lawsuit',
    },
  },
};

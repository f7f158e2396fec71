import { pluralIn } from '../plural.ts';
import type { palette as portuguese } from '../pt-BR/palette.ts';

const plural = pluralIn('en');

export const palette: typeof portuguese = {
  palette: {
    title: 'Blocks',
    help: 'Drag onto the ruler, or use + to put it into the chosen step.',
    step: 'Empty step',
    talk: 'Talk',
    solve: 'Solve',
    formal: 'Formalise',
    add: (name) => `Add ${name}`,
    addMenu: (day) => `What happens on ${day}?`,
    filter: 'Find block',
    whichDay: 'Day of the step',
    describe: {
      step: 'A day on the ruler',
      reminder: 'Before the due date',
      charge: 'Right after it',
      formal: 'Asks for an answer',
      offer: 'Invites to an agreement',
      'bureau-notice': 'Before registration',
      'legal-notice': 'Before the court',
      thanks: 'When somebody pays',
      survey: 'Asks how it was',
      agreement: 'Instalments agreed on',
      other: 'Free text',
      channelChoice: 'The best for each person',
      offerBlock: 'Discount and instalments',
      bureau: 'Registration and removal',
      smallClaims: 'Prepares the documents',
      humanTask: 'The team takes over',
    },
  },
  block: {
    chosenChannel: 'Chosen channel',
    noPolicy: 'no offer policy',
    bureauRequest: 'Register with the bureau',
    bureauRemoval: 'Ask for removal',
    manualProvider: 'file and task for the team',
    smallClaimsDetail: 'documents and task for the team',
    taskDetail: (team, days) => `team ${team} · ${days === 0 ? 'same day' : plural(days, 'business day', 'business days')}`,
    off: 'switched off in n8n',
    customDetail: 'came from n8n, stays as it is',
  },
};

import { pluralIn } from '../plural.ts';
import type { gallery as portuguese } from '../pt-BR/gallery.ts';

const plural = pluralIn('en');

export const gallery: typeof portuguese = {
  gallery: {
    welcome:
      'Build, in your own time, the conversation with those who fell behind: from a kind reminder to an agreement, at the right time and by the right channel.',
    title: 'Choose where to begin',
    intro: 'Ready templates with reviewed texts. Everything can be changed later.',
    all: 'All',
    blank: 'Begin from nothing',
    blankHelp: 'An empty cadence with the default rules.',
    blankName: 'My cadence',
    blankTier: 'All clients',
    blankTrack: 'Main track',
    use: 'Use the template',
    steps: (count) => plural(count, 'step', 'steps'),
    tracks: (count) => plural(count, 'track', 'tracks'),
    upTo: (day) => `up to ${day}`,
    continueTitle: 'Your cadences in this browser',
    updated: (when) => `changed ${when}`,
    removeDraft: (name) => `Delete ${name} from this browser`,
    openFile: 'Open file',
    openFileHelp: 'An exported cadence or an n8n workflow (JSON). A file can also be dropped on the page.',
    filters: 'Filter templates',
    tags: {
      completa: 'complete',
      varejo: 'retail',
      serviços: 'services',
      'medidas formais': 'formal measures',
      'sem medidas formais': 'no formal measures',
      simples: 'simple',
      começando: 'first steps',
      recorrência: 'recurring',
      educação: 'education',
      saúde: 'health',
      condomínio: 'condominium',
    },
  },
};

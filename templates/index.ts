import type { CadenceDocument } from '../core/cadence/document.ts';
import { parseCadence } from '../core/cadence/parse.ts';
import clinic from './clinic.json' with { type: 'json' };
import classic from './classic.json' with { type: 'json' };
import condominium from './condominium.json' with { type: 'json' };
import essential from './essential.json' with { type: 'json' };
import school from './school.json' with { type: 'json' };
import subscriptions from './subscriptions.json' with { type: 'json' };

/** A ready cadence with what a gallery shows of it. */
export interface Template {
  readonly document: CadenceDocument;
  /** Where it fits, in a few words each, for filters. */
  readonly tags: readonly string[];
}

/** Ready cadences, the most asked for first. A template that does not parse fails at load, which the tests see. */
export const TEMPLATES: readonly Template[] = [
  { document: parseCadence(classic), tags: ['completa', 'varejo', 'serviços', 'medidas formais'] },
  { document: parseCadence(essential), tags: ['simples', 'começando', 'sem medidas formais'] },
  { document: parseCadence(subscriptions), tags: ['serviços', 'recorrência', 'sem medidas formais'] },
  { document: parseCadence(school), tags: ['educação', 'recorrência', 'medidas formais'] },
  { document: parseCadence(clinic), tags: ['saúde', 'serviços', 'medidas formais'] },
  { document: parseCadence(condominium), tags: ['condomínio', 'recorrência', 'sem medidas formais'] },
];

export function findTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.document.id === id);
}

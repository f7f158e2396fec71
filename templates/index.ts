import { parseCadence, type CadenceDocument } from '../core/cadence/index.ts';
import classic from './classic.json' with { type: 'json' };
import essential from './essential.json' with { type: 'json' };

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
];

export function findTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.document.id === id);
}

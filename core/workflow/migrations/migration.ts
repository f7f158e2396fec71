import type { Fields } from '../../cadence/definitions/field.ts';
import { defaultParameter } from '../codecs/fields.ts';

export type Parameters = Readonly<Record<string, unknown>>;

/**
 * Turns a node's parameters of version N into those of version N + 1 that mean the same. Pure, and it never throws: what it can't
 * understand (an expression, a value of another type) it leaves for the reader to report.
 */
export type Migration = (parameters: Parameters) => Parameters;

/** For a version that changes only defaults: what n8n left out is written, because it meant the default of `version`. */
export function spellingOutDefaults(fields: Fields, version: number): Migration {
  return (parameters) => {
    const spelt: Record<string, unknown> = { ...parameters };
    for (const field of Object.values(fields)) {
      const changed = 'formerly' in field && field.formerly?.some(({ until }) => until === version);
      if (changed && spelt[field.parameter] === undefined) spelt[field.parameter] = defaultParameter(field, version);
    }
    return spelt;
  };
}

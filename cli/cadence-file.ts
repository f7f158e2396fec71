import type { CadenceDocument } from '../core/cadence/document.ts';
import { readCadence } from '../core/cadence/parse.ts';
import { ReguaError } from '../core/errors.ts';
import { findTemplate } from '../templates/index.ts';
import type { Io } from './io.ts';

/** The cadence of `--cadence`: a file of the designer, or the name of a template. @throws ReguaError `file.json`, `file.invalid` */
export async function readCadenceFile(name: string, io: Io): Promise<CadenceDocument> {
  const template = findTemplate(name);
  if (template) return template.document;
  const result = readCadence(jsonOf(await io.readFile(name), name));
  if (result.ok) return result.document;
  throw new ReguaError('file.invalid', `O arquivo não é uma régua: ${result.problems[0]?.message ?? 'formato desconhecido'}`, { field: 'cadence' });
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ReguaError('file.json', `O arquivo "${path}" não é um JSON válido.`, { field: 'cadence', cause });
  }
}

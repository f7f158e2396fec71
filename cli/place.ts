import type { z } from 'zod';
import type { CityHoliday } from '../core/calendar/index.ts';
import { cityHolidaysSchema } from '../core/calendar/index.ts';
import { ReguaError } from '../core/errors.ts';
import type { UF } from '../core/identity/uf.ts';
import { parseUf } from '../core/identity/uf.ts';
import type { Io } from './io.ts';

export interface PlaceValues {
  readonly uf?: string | undefined;
  readonly city?: string | undefined;
  readonly 'city-holidays'?: string | undefined;
}

/** Where the command line says the debtor is, with the city holidays of a file. @throws ReguaError */
export async function readPlace(values: PlaceValues, io: Io): Promise<{ uf?: UF; city?: string; cityHolidays?: readonly CityHoliday[] }> {
  const file = values['city-holidays'];
  return {
    ...(values.uf === undefined ? {} : { uf: parseUf(values.uf) }),
    ...(values.city === undefined ? {} : { city: values.city }),
    ...(file === undefined ? {} : { cityHolidays: await readJsonFile(file, cityHolidaysSchema, 'city-holidays', io) }),
  };
}

/** A JSON file checked by a schema. @throws ReguaError `file.json` or `file.invalid`, with the place in the file */
export async function readJsonFile<T extends z.ZodType>(path: string, schema: T, option: string, io: Io): Promise<z.output<T>> {
  let content: unknown;
  try {
    content = JSON.parse(await io.readFile(path));
  } catch (cause) {
    if (cause instanceof ReguaError) throw cause;
    throw new ReguaError('file.json', `O arquivo "${path}" não é um JSON válido.`, { field: option, cause });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : ` em ${issue.path.join('.')}`;
  throw new ReguaError('file.invalid', `O arquivo "${path}" não está no formato esperado${where}. Veja o formato com --help.`, { field: option });
}

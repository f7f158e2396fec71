import { isCivilDate } from '../../../core/civil-date.ts';

/** `25/01` → `01-25` (every year), `25/01/2026` → `2026-01-25`; undefined when it is no date. */
export function readHolidayDate(text: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text.trim());
  if (!match) return undefined;
  const day = `${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
  // A leap year stands in for every year, so that 29/02 is a date.
  if (!isCivilDate(`${match[3] ?? '2024'}-${day}`)) return undefined;
  return match[3] === undefined ? day : `${match[3]}-${day}`;
}

/** The other way round, for the list. */
export function showHolidayDate(on: string): string {
  const [day, month, year] = on.split('-').reverse() as [string, string, string?];
  return [day, month, ...(year === undefined ? [] : [year])].join('/');
}

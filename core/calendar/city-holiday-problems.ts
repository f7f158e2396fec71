import type { CityHoliday } from './holidays.ts';
import { foldName } from './fold-name.ts';
import { holidayOn } from './holidays.ts';

export interface CityHolidayProblem {
  readonly code: 'city-holiday.repeated' | 'city-holiday.known';
  /** Index into the list. */
  readonly index: number;
  /** Portuguese sentence. */
  readonly message: string;
}

/** A year to look a date of every year up in; leap, so that 29 February is a date. */
const ANY_YEAR = '2028';

/** Holidays that say nothing new: written twice, or kept by the whole country or state already. They do no harm, and hide a typing error. */
export function cityHolidayProblems(holidays: readonly CityHoliday[]): CityHolidayProblem[] {
  const seen = new Set<string>();
  return holidays.flatMap(({ uf, city, on, name }, index): CityHolidayProblem[] => {
    const key = [uf, foldName(city), on].join('|');
    if (seen.has(key)) return [{ code: 'city-holiday.repeated', index, message: `O feriado "${name}" de ${city} está escrito duas vezes.` }];
    seen.add(key);
    const known = holidayOn(on.length === 5 ? `${ANY_YEAR}-${on}` : on, { uf });
    // What falls elsewhere in another year (Easter) is no holiday of every year.
    return known && (on.length === 10 || isFixed(on, uf))
      ? [{ code: 'city-holiday.known', index, message: `"${name}" de ${city} já é feriado em todo o estado ou país (${known.name}).` }]
      : [];
  });
}

const isFixed = (on: string, uf: string): boolean => ['2026', '2027', ANY_YEAR].every((year) => holidayOn(`${year}-${on}`, { uf }) !== undefined);

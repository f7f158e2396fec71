import type { CivilDate } from '../civil-date.ts';
import { addDays, isCivilDate, weekday } from '../civil-date.ts';
import { parseUf } from '../identity/uf.ts';
import { easterOf } from './easter.ts';
import { foldName } from './fold-name.ts';
import type { HolidayRule } from './holiday-data.ts';
import { BANK_HOLIDAYS, NATIONAL_HOLIDAYS, STATE_HOLIDAYS } from './holiday-data.ts';

export interface Holiday {
  readonly date: CivilDate;
  readonly name: string;
  readonly kind: 'national' | 'bank' | 'state' | 'city';
  readonly source: string;
}

/** A city's holiday, supplied by the user: `on` is `MM-DD` for every year or `YYYY-MM-DD` for one. */
export interface CityHoliday {
  readonly uf: string;
  readonly city: string;
  readonly on: string;
  readonly name: string;
}

/** Where somebody is, as far as holidays and hours go. Without a state only national and bank holidays are known. */
export interface Place {
  readonly uf?: string | undefined;
  readonly city?: string | undefined;
  /** Holidays of any number of cities; those of `city` are used. */
  readonly cityHolidays?: readonly CityHoliday[] | undefined;
}

const NO_CITIES: readonly CityHoliday[] = [];
const EVERYWHERE: Place = {};
// By city data (identity), then year, state and city: a simulation asks the same few thousand questions millions of times.
const CACHE = new WeakMap<readonly CityHoliday[], Map<string, ReadonlyMap<CivilDate, Holiday>>>();

/** Holidays of a year in a place, by date; a day that is several is given by the widest (national, bank, state, city). */
export function holidaysOf(year: number, place: Place = EVERYWHERE): Holiday[] {
  return [...holidayMap(year, place).values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The holiday that a date is in a place, if any. */
export function holidayOn(date: CivilDate, place: Place = EVERYWHERE): Holiday | undefined {
  return holidayMap(Number(date.slice(0, 4)), place).get(date);
}

function holidayMap(year: number, place: Place): ReadonlyMap<CivilDate, Holiday> {
  const cities = place.cityHolidays ?? NO_CITIES;
  let byKey = CACHE.get(cities);
  if (!byKey) CACHE.set(cities, (byKey = new Map()));
  const key = `${year}${place.uf ?? ''}|${cities.length === 0 ? '' : (place.city ?? '')}`;
  let map = byKey.get(key);
  if (!map) {
    if (byKey.size > 10_000) byKey.clear();
    byKey.set(key, (map = compute(year, place, cities)));
  }
  return map;
}

function compute(year: number, place: Place, cities: readonly CityHoliday[]): ReadonlyMap<CivilDate, Holiday> {
  const map = new Map<CivilDate, Holiday>();
  const easter = easterOf(year);
  const add = (rules: readonly HolidayRule[], kind: Holiday['kind']): void => {
    for (const rule of rules) {
      if ((rule.since !== undefined && year < rule.since) || (rule.until !== undefined && year > rule.until)) continue;
      const date = dateOf(rule, year, easter);
      if (!map.has(date)) map.set(date, { date, name: rule.name, kind, source: rule.source });
    }
  };
  add(NATIONAL_HOLIDAYS, 'national');
  add(BANK_HOLIDAYS, 'bank');
  if (place.uf === undefined || place.uf === '') return map;
  const uf = parseUf(place.uf);
  add(STATE_HOLIDAYS[uf] ?? [], 'state');
  if (place.city === undefined) return map;
  const city = foldName(place.city);
  for (const holiday of cities) {
    if (holiday.uf.toUpperCase() !== uf || foldName(holiday.city) !== city) continue;
    const date = holiday.on.length === 5 ? `${year}-${holiday.on}` : holiday.on;
    if (isCivilDate(date) && date.startsWith(String(year)) && !map.has(date)) {
      map.set(date, { date, name: holiday.name, kind: 'city', source: 'informado pelo usuário' });
    }
  }
  return map;
}

function dateOf(rule: HolidayRule, year: number, easter: CivilDate): CivilDate {
  if (rule.day === undefined) return addDays(easter, rule.fromEaster ?? 0);
  const date = `${year}-${rule.day}`;
  const day = weekday(date);
  if (rule.nextSunday && day !== 0) return addDays(date, 7 - day);
  if (rule.bridged && (day === 2 || day === 4)) return addDays(date, day === 2 ? -1 : 1);
  return date;
}

import { ReguaError } from './errors.ts';

/**
 * A civil date `YYYY-MM-DD`: no time, no zone. As ISO text it sorts and compares with `<`, and is what the ledger stores.
 * Arithmetic is done on day numbers since 1970-01-01; a date library would be slower where it matters,
 * in a simulation of 100,000 debtors over 180 days.
 */
export type CivilDate = string;

const MS_PER_DAY = 86_400_000;
const DAY_NUMBERS = new Map<CivilDate, number>();
const DATES = new Map<number, CivilDate>();
const CACHE_LIMIT = 100_000;

/** Days since 1970-01-01. @throws ReguaError `date.unreadable` for text that is no real date */
export function toDayNumber(date: CivilDate): number {
  const known = DAY_NUMBERS.get(date);
  if (known !== undefined) return known;
  if (!isCivilDate(date)) throw unreadable(date);
  const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY;
  if (DAY_NUMBERS.size >= CACHE_LIMIT) DAY_NUMBERS.clear();
  DAY_NUMBERS.set(date, day);
  return day;
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(day: number): CivilDate {
  const known = DATES.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  if (DATES.size >= CACHE_LIMIT) DATES.clear();
  DATES.set(day, date);
  return date;
}

/** True for a real calendar date in ISO form between years 1900 and 2199. */
export function isCivilDate(text: string): boolean {
  const match = /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const time = Date.UTC(Number(match[1]! + match[2]!), Number(match[3]) - 1, Number(match[4]));
  return new Date(time).toISOString().slice(0, 10) === text;
}

/**
 * Reads `2026-11-21`, `21/11/2026`, `21-11-2026`, `21.11.2026`, `21/11/26` (years 2000–2099) or an ISO instant's date part.
 * @throws ReguaError `date.unreadable`
 */
export function parseCivilDate(input: string): CivilDate {
  const text = input.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text);
  const brazilian = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  const date = iso
    ? iso[1]!
    : brazilian
      ? `${brazilian[3]!.length === 2 ? `20${brazilian[3]}` : brazilian[3]}-${brazilian[2]!.padStart(2, '0')}-${brazilian[1]!.padStart(2, '0')}`
      : '';
  if (!isCivilDate(date)) throw unreadable(input);
  return date;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Same day `months` later; a day the month lacks becomes its last day (31/01 + 1 month = 28/02 or 29/02). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  toDayNumber(date);
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: CivilDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return ((((toDayNumber(date) + 4) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** `2026-11-21` → `21/11/2026`. */
export function formatCivilDate(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

export const earliest = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
export const latest = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

function unreadable(input: string): ReguaError {
  return new ReguaError('date.unreadable', `Não entendi a data "${input}". Escreva como 21/11/2026 ou 2026-11-21.`, { field: 'date' });
}

import type { CivilDate } from '../civil-date.ts';
import { addDays, weekday } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Place } from './holidays.ts';
import { holidayOn } from './holidays.ts';

/** Monday to Friday and no holiday: national and bank ones, and those of the state and city when the place says which. */
export function isBusinessDay(date: CivilDate, place?: Place): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && holidayOn(date, place) === undefined;
}

/** The date itself when it is a business day, otherwise the first one after it. */
export function nextBusinessDay(date: CivilDate, place?: Place): CivilDate {
  let day = date;
  while (!isBusinessDay(day, place)) day = addDays(day, 1);
  return day;
}

/**
 * Business days forward (or back, when negative), the starting day not counted; zero gives the date itself or the next business day.
 * `addBusinessDays('2026-02-13', 1)` is 2026-02-18: Carnival is jumped over.
 * @throws ReguaError `calendar.days` when `count` is no whole number within ±100,000
 */
export function addBusinessDays(date: CivilDate, count: number, place?: Place): CivilDate {
  if (!Number.isInteger(count) || Math.abs(count) > 100_000) {
    throw new ReguaError('calendar.days', 'A quantidade de dias úteis precisa ser um número inteiro.', { field: 'add' });
  }
  if (count === 0) return nextBusinessDay(date, place);
  const direction = count > 0 ? 1 : -1;
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, direction);
    if (isBusinessDay(day, place)) left -= 1;
  }
  return day;
}

/** Business days in `(from, to]`, so that it undoes {@link addBusinessDays}; negative when `to` is earlier. */
export function businessDaysBetween(from: CivilDate, to: CivilDate, place?: Place): number {
  if (to < from) return -businessDaysBetween(to, from, place);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isBusinessDay(day, place)) count += 1;
  }
  return count;
}

/**
 * Last day on which a Pix cobv can be paid: the due date moved to a business day, plus the validity in calendar days after due,
 * moved to a business day again (Bacen, Manual de Padrões para Iniciação do Pix).
 * @throws ReguaError `calendar.validity`
 */
export function lastPayableDayOfCobv(dueDate: CivilDate, validityDaysAfterDue: number, place?: Place): CivilDate {
  if (!Number.isInteger(validityDaysAfterDue) || validityDaysAfterDue < 0 || validityDaysAfterDue > 3650) {
    throw new ReguaError('calendar.validity', 'A validade após o vencimento precisa ser um número inteiro de dias, zero ou mais.', { field: 'validity' });
  }
  return nextBusinessDay(addDays(nextBusinessDay(dueDate, place), validityDaysAfterDue), place);
}

import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween, toDayNumber } from '../civil-date.ts';

/**
 * The last day on which a debt may be claimed: the day of the same number `years` after the due date, or the next one where that
 * year has none (29 February → 1 March; Código Civil 132 §3). Five years for liquid debts: Código Civil 206 §5 I.
 * Interruptions (202) are not counted, so that contact stops early rather than late.
 */
export function lastDayOfClaim(dueDate: CivilDate, years: number): CivilDate {
  toDayNumber(dueDate);
  const year = Number(dueDate.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return dueDate.endsWith('-02-29') && !leap ? `${year}-03-01` : `${year}${dueDate.slice(4)}`;
}

/**
 * The last day when the 141 days from 12/06/2020 to 30/10/2020, in which no prescription ran (Lei 14.010/2020, art. 3), are counted in; undefined
 * for a claim that they do not touch. It is told to who asks about a court: contact stops at {@link lastDayOfClaim} all the same.
 */
export function lastDayWithSuspension(dueDate: CivilDate, years: number): CivilDate | undefined {
  if (dueDate > SUSPENSION.to || lastDayOfClaim(dueDate, years) < SUSPENSION.from) return undefined;
  if (dueDate >= SUSPENSION.from) return lastDayOfClaim(SUSPENSION.to, years);
  return addDays(lastDayOfClaim(dueDate, years), daysBetween(SUSPENSION.from, SUSPENSION.to) + 1);
}

const SUSPENSION = { from: '2020-06-12', to: '2020-10-30' } as const;

/** True from the day after {@link lastDayOfClaim}. */
export function isPrescribed(dueDate: CivilDate, years: number, on: CivilDate): boolean {
  return on > lastDayOfClaim(dueDate, years);
}

import type { CivilDate } from '../civil-date.ts';
import { toDayNumber } from '../civil-date.ts';

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

/** True from the day after {@link lastDayOfClaim}. */
export function isPrescribed(dueDate: CivilDate, years: number, on: CivilDate): boolean {
  return on > lastDayOfClaim(dueDate, years);
}

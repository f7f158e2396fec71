import type { CivilDate } from '../civil-date.ts';

/** A calendar month as `YYYY-MM`. */
export type YearMonth = string;

export const monthOf = (date: CivilDate): YearMonth => date.slice(0, 7);
export const firstDayOf = (month: YearMonth): CivilDate => `${month}-01`;

export function nextMonth(month: YearMonth): YearMonth {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return number === 12 ? `${year + 1}-01` : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}

/** `2026-08` → `08/2026`, as a person writes it. */
export const formatMonth = (month: YearMonth): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

import { readFileSync } from 'node:fs';
import { addDays, formatCivilDate, isCivilDate } from '../../core/civil-date.ts';
import type { ImportedCase } from '../../core/portfolio/index.ts';
import { parseCsv, readRows } from '../../core/portfolio/index.ts';

/** 52 weeks: the same days of the week, and days that the clock has left behind, on none of which a run is the real one. */
const SHIFT_DAYS = 364;

/** The Monday on which the sample portfolio begins, so long ago. */
export const FIRST_DAY = addDays('2026-11-23', -SHIFT_DAYS);

/** So many debtors of the sample portfolio, with dates of a year before. @param skip those before them */
export function sampleDebtors(count: number, skip = 0): readonly ImportedCase[] {
  const table = readFileSync(new URL('../../sandbox/sample/devedores.csv', import.meta.url), 'utf8').replace(
    /\b(\d{2})\/(\d{2})\/(\d{4})\b/g,
    (written, day: string, month: string, year: string) => {
      const date = `${year}-${month}-${day}`;
      return isCivilDate(date) ? formatCivilDate(addDays(date, -SHIFT_DAYS)) : written;
    },
  );
  return readRows(parseCsv(table).rows, { on: FIRST_DAY }).cases.slice(skip, skip + count);
}

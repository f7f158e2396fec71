import type { CivilDate } from '../../core/civil-date.ts';
import { parseCivilDate } from '../../core/civil-date.ts';

/** The day that was written, or today. @throws ReguaError `date.unreadable` */
export function dayOr(given: unknown, today: CivilDate): CivilDate {
  const text = String(given).trim();
  return text === '' ? today : parseCivilDate(text);
}

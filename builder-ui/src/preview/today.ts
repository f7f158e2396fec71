import type { CivilDate } from '../../../core/civil-date.ts';

/** Today where the person sits. The core takes dates as arguments; this is where the designer gets the one it hands over. */
export function today(): CivilDate {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

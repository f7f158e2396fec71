import { instantOf, localMoment, formatInstant } from '../../core/calendar/index.ts';
import type { Instant } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { parseCivilDate } from '../../core/civil-date.ts';

const BRASILIA = 'America/Sao_Paulo';

/**
 * The hour of a simulated day, in Brasília. 11:00 there is 9:00 in Acre and 12:00 in Noronha: the one round hour at which the
 * default window is open in every state, so that a demonstration shows the cadence and not the time zones.
 */
const SIMULATED_MINUTE = 11 * 60;

export interface Moment {
  readonly today: CivilDate;
  readonly now: Instant;
  /** The day was asked for and is not the clock's. */
  readonly simulated: boolean;
}

/**
 * The day to work on: what the user asked for, else `REGUA_TODAY`, else the clock in America/Sao_Paulo.
 * @throws ReguaError `date.unreadable`
 */
export function momentOf(asked: string | undefined): Moment {
  const clock = Date.now();
  const real = localMoment(clock, BRASILIA).date;
  const text = asked?.trim() || process.env['REGUA_TODAY']?.trim();
  const today = text ? parseCivilDate(text) : real;
  return today === real
    ? { today, now: formatInstant(clock), simulated: false }
    : { today, now: formatInstant(instantOf({ date: today, minute: SIMULATED_MINUTE }, BRASILIA)), simulated: true };
}

/** The moment an item lives in: its own day while that is a simulated one, else the clock as it stands now. */
export function momentOfItem(item: { readonly today?: string | undefined; readonly now?: string | undefined }): Moment {
  if (item.today !== undefined && item.now !== undefined) return { today: item.today, now: item.now, simulated: true };
  const moment = momentOf(undefined);
  // A run that passes midnight goes on in the day it was started for.
  return item.today === undefined || moment.simulated ? moment : { ...moment, today: item.today };
}

/** The clock itself, for what must not stand still in a simulation: leases. */
export function clockInstant(): Instant {
  return formatInstant(Date.now());
}

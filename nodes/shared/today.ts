import { instantOf, localMoment, formatInstant } from '../../core/calendar/index.ts';
import type { Instant } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { addDays, parseCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';

const BRASILIA = 'America/Sao_Paulo';

/**
 * The hour of a simulated day, in Brasília. 11:00 there is 9:00 in Acre and 12:00 in Noronha: the one round hour at which the
 * default window is open in every state, so that a demonstration shows the cadence and not the time zones.
 */
const SIMULATED_MINUTE = 11 * 60;

/**
 * What a day means for the world outside. `real`: the clock's. `demonstration`: another one, in an n8n that says of itself that it is
 * there to be shown (`REGUA_DEMONSTRATION=1`): written to its ledger, and leaving by the marked outbox alone. `rehearsal`: another one
 * anywhere else: nothing leaves and nothing is written.
 */
export type MomentKind = 'real' | 'demonstration' | 'rehearsal';

export interface Moment {
  readonly today: CivilDate;
  readonly now: Instant;
  readonly kind: MomentKind;
}

/** How a moment travels on an item. */
export interface MomentOnItem {
  readonly today?: CivilDate | undefined;
  /** Only when the day is a simulated one: the instant that takes the clock's place. */
  readonly now?: Instant | undefined;
  readonly rehearsal?: boolean | undefined;
}

/**
 * The day to work on: what the user asked for, else `REGUA_TODAY`, else the clock in America/Sao_Paulo.
 * @throws ReguaError `date.unreadable` for what was asked, `setup.today` for the variable
 */
export function momentOf(asked: string | undefined): Moment {
  const text = asked?.trim();
  const today = text ? parseCivilDate(text) : dayOfVariable();
  const real = realMoment();
  if (today === undefined || today === real.today) return real;
  return { today, now: formatInstant(instantOf({ date: today, minute: SIMULATED_MINUTE }, BRASILIA)), kind: simulatedKind() };
}

/**
 * The moment an item lives in; what the item says of itself is stronger than `REGUA_TODAY`. A run that passes midnight goes on in the
 * day it was started for; an item that waited longer works on the clock's day, so that nobody hears an amount of days ago.
 */
export function momentOfItem({ today, now, rehearsal }: MomentOnItem): Moment {
  if (today === undefined) return rehearsal ? asRehearsal(momentOf(undefined)) : momentOf(undefined);
  if (rehearsal) return asRehearsal(now === undefined ? momentOf(today) : { today, now, kind: 'rehearsal' });
  if (now !== undefined) return { today, now, kind: simulatedKind() };
  const real = realMoment();
  if (today > real.today) return momentOf(today);
  return today === addDays(real.today, -1) ? { ...real, today } : real;
}

/** @see MomentOnItem */
export function momentOnItem({ today, now, kind }: Moment): { today: CivilDate; now?: Instant; rehearsal?: true } {
  return { today, ...(kind === 'real' ? {} : { now }), ...(kind === 'rehearsal' ? { rehearsal: true } : {}) };
}

/** When something happened that came from outside: a demonstration plays it on its own day; a fact is never rehearsed. */
export function momentOfFact(moment: Moment): Moment {
  return moment.kind === 'rehearsal' ? realMoment() : moment;
}

/** The clock itself, for what must not stand still in a simulation: leases. */
export function clockInstant(): Instant {
  return formatInstant(Date.now());
}

function realMoment(): Moment {
  const clock = Date.now();
  return { today: localMoment(clock, BRASILIA).date, now: formatInstant(clock), kind: 'real' };
}

function asRehearsal(moment: Moment): Moment {
  return { ...moment, kind: 'rehearsal' };
}

function simulatedKind(): MomentKind {
  return process.env['REGUA_DEMONSTRATION']?.trim() === '1' ? 'demonstration' : 'rehearsal';
}

function dayOfVariable(): CivilDate | undefined {
  const text = process.env['REGUA_TODAY']?.trim();
  if (!text) return undefined;
  const day = readDay(text);
  if (day !== undefined) return day;
  throw new ReguaError(
    'setup.today',
    `A variável de ambiente REGUA_TODAY tem "${text}", que não é uma data. Escreva como 2026-11-21, ou tire a variável e reinicie o n8n.`,
  );
}

function readDay(text: string): CivilDate | undefined {
  try {
    return parseCivilDate(text);
  } catch {
    return undefined;
  }
}

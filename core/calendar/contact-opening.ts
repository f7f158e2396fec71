import type { Channel } from '../case/channel.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, formatCivilDate, weekday } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { STATES, parseUf } from '../identity/uf.ts';
import type { ContactWindows } from './contact-windows.ts';
import { DEFAULT_WINDOWS } from './contact-windows.ts';
import type { MinuteRange } from './effective-hours.ts';
import { effectiveHours } from './effective-hours.ts';
import type { CityHoliday, Holiday } from './holidays.ts';
import { holidayOn } from './holidays.ts';
import { timeZoneOf } from './time-zone.ts';
import { formatInstant, instantOf, localMoment, parseInstant } from './zone-clock.ts';

export interface ContactPlace {
  readonly uf: string;
  readonly city?: string | undefined;
  readonly cityHolidays?: readonly CityHoliday[] | undefined;
  /** Absent: the hours that hold for every channel. */
  readonly channel?: Channel | undefined;
  /** Absent: Monday to Friday, 9 to 18. */
  readonly windows?: ContactWindows | undefined;
}

export interface ContactOpening {
  readonly allowed: boolean;
  /** The instant itself when allowed, otherwise the first one after it that is. ISO, UTC. */
  readonly nextOpening: string;
  /** Where the debtor is: `2026-11-21T20:15`. */
  readonly localTime: string;
  readonly localDate: CivilDate;
  readonly timeZone: string;
  /** Portuguese sentence. */
  readonly reason: string;
  readonly code: 'open' | 'sunday' | 'holiday' | 'outside-hours' | 'closed-day';
}

const DAYS = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'] as const;
const CLOSED: readonly MinuteRange[] = [];
/** Longer than any run of holidays; a window that opens on no weekday is found out after it. */
const HORIZON_DAYS = 30;

/**
 * May this debtor be contacted at this instant, and if not, from when? In the debtor's own time, by weekday, holiday and hour.
 * @param instant ISO with `Z` or an offset
 * @throws ReguaError `instant.unreadable`, `uf.unknown`, `windows.never-open`
 */
export function contactOpening(instant: string, place: ContactPlace): ContactOpening {
  const epochMs = parseInstant(instant);
  const zone = timeZoneOf(place.uf, place.city);
  const { date, minute } = localMoment(epochMs, zone);
  const today = openRanges(date, place);
  const allowed = today.some(([from, to]) => minute >= from && minute < to);
  const base = { allowed, localTime: `${date}T${clock(minute)}`, localDate: date, timeZone: zone };
  const state = STATES[parseUf(place.uf)].name;
  if (allowed) {
    const end = today.find(([from, to]) => minute >= from && minute < to)![1];
    return {
      ...base,
      nextOpening: formatInstant(epochMs),
      code: 'open',
      reason: `Contato permitido: são ${clock(minute)} de ${DAYS[weekday(date)]} (${state}), e o horário vai até ${clock(end)}.`,
    };
  }
  const opening = nextRange(date, minute, place);
  const code = closedCode(date, today, place);
  const next = `Próximo horário: ${DAYS[weekday(opening.date)]}, ${formatCivilDate(opening.date)}, às ${clock(opening.minute)}.`;
  return { ...base, nextOpening: formatInstant(instantOf(opening, zone)), code, reason: `${why(code, date, minute, state, today, place)} ${next}` };
}

/** True when the debtor may be contacted at some hour of a civil date: no clock needed, so simulations ask this one. */
export function isContactDay(date: CivilDate, place: ContactPlace): boolean {
  return openRanges(date, place).length > 0;
}

/** The date itself when it is a contact day, otherwise the first one after it. @throws ReguaError `windows.never-open` */
export function nextContactDay(date: CivilDate, place: ContactPlace): CivilDate {
  return nextRange(date, -1, place).date;
}

/** Open minutes of a date, holidays and Sundays taken out. */
function openRanges(date: CivilDate, place: ContactPlace): readonly MinuteRange[] {
  const ranges = effectiveHours(place.windows ?? DEFAULT_WINDOWS, place.uf, place.channel)[weekday(date)] ?? CLOSED;
  return ranges.length === 0 || holidayOn(date, place) ? CLOSED : ranges;
}

function nextRange(date: CivilDate, minute: number, place: ContactPlace): { date: CivilDate; minute: number } {
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(date, ahead);
    for (const [from] of openRanges(day, place)) if (ahead > 0 || from > minute) return { date: day, minute: from };
  }
  throw new ReguaError('windows.never-open', 'Nenhum horário de contato está aberto para esse estado e canal. Confira os horários da régua.', {
    field: 'windows',
  });
}

function closedCode(date: CivilDate, today: readonly MinuteRange[], place: ContactPlace): Exclude<ContactOpening['code'], 'open'> {
  if (weekday(date) === 0) return 'sunday';
  if (holidayOn(date, place)) return 'holiday';
  return today.length === 0 ? 'closed-day' : 'outside-hours';
}

function why(code: ContactOpening['code'], date: CivilDate, minute: number, state: string, today: readonly MinuteRange[], place: ContactPlace): string {
  switch (code) {
    case 'sunday':
      return `É domingo para o devedor (${state}): sem contato.`;
    case 'holiday':
      return `É feriado para o devedor (${(holidayOn(date, place) as Holiday).name}, ${state}): sem contato.`;
    case 'closed-day':
      return `É ${DAYS[weekday(date)]} para o devedor (${state}), dia sem horário de contato.`;
    case 'outside-hours':
      return `São ${clock(minute)} para o devedor (${state}), fora do horário permitido (${today.map(([from, to]) => `${clock(from)} às ${clock(to)}`).join(' e ')}).`;
    case 'open':
      return '';
  }
}

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

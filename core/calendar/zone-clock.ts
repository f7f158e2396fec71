import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../civil-date.ts';
import { fromDayNumber, isCivilDate, toDayNumber } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';

// temporal-polyfill: time zones with their whole history, the standard's own API, 20 kB. Asked once a zone and UTC day, because a
// simulation asks for millions of instants; only the two days a year of a DST change are asked instant by instant.

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const OFFSETS = new Map<string, Map<number, number | null>>();

export interface LocalMoment {
  readonly date: CivilDate;
  /** Minutes since local midnight, 0–1439. */
  readonly minute: number;
}

// A run asks about one instant for all its cases, a simulation about one a day for thousands.
const INSTANTS = new Map<string, number>();
const INSTANTS_KEPT = 1_000;

/** @throws ReguaError `instant.unreadable` unless it is an ISO instant with `Z` or an offset */
export function parseInstant(text: string): number {
  const known = INSTANTS.get(text);
  if (known !== undefined) return known;
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.exec(text);
  const time = match && isCivilDate(match[1]!) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new ReguaError('instant.unreadable', `Não entendi o instante "${text}". Escreva em ISO com o fuso, como 2026-11-21T23:30:00Z.`, { field: 'instant' });
  }
  if (INSTANTS.size >= INSTANTS_KEPT) INSTANTS.clear();
  INSTANTS.set(text, time);
  return time;
}

/** `2026-11-23T14:00:00Z`: no milliseconds, as the ledger and the command line show it. */
export const formatInstant = (epochMs: number): string => new Date(Math.floor(epochMs / 1000) * 1000).toISOString().replace('.000Z', 'Z');

export function localMoment(epochMs: number, zone: string): LocalMoment {
  const local = epochMs + offsetAt(epochMs, zone);
  const day = Math.floor(local / MS_PER_DAY);
  return { date: fromDayNumber(day), minute: Math.floor((local - day * MS_PER_DAY) / MS_PER_MINUTE) };
}

/** Epoch milliseconds of a local minute; a minute that DST skipped gives the one after the gap, a repeated one its first time. */
export function instantOf({ date, minute }: LocalMoment, zone: string): number {
  const day = toDayNumber(date) + Math.floor(minute / 1440);
  const local = toDayNumber(date) * MS_PER_DAY + minute * MS_PER_MINUTE;
  const before = dayOffset(day, zone);
  if (before !== null && before === dayOffset(day + 1, zone) && before === dayOffset(day - 1, zone)) return local - before;
  const iso = new Date(local).toISOString().slice(0, 19);
  return Temporal.PlainDateTime.from(iso).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function offsetAt(epochMs: number, zone: string): number {
  return dayOffset(Math.floor(epochMs / MS_PER_DAY), zone) ?? askOffset(epochMs, zone);
}

/** Offset in ms during a UTC day, or null when it changes within it. */
function dayOffset(utcDay: number, zone: string): number | null {
  let days = OFFSETS.get(zone);
  if (!days) OFFSETS.set(zone, (days = new Map()));
  let offset = days.get(utcDay);
  if (offset === undefined) {
    if (days.size > 50_000) days.clear();
    const start = askOffset(utcDay * MS_PER_DAY, zone);
    offset = start === askOffset((utcDay + 1) * MS_PER_DAY - 1, zone) ? start : null;
    days.set(utcDay, offset);
  }
  return offset;
}

const askOffset = (epochMs: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;

import type { CivilDate } from '../civil-date.ts';
import { weekday } from '../civil-date.ts';
import { ownValue } from '../json/own-value.ts';
import type { CadenceDocument } from './document.ts';
import { ROLES } from './n8n-parts.ts';

/**
 * When a cadence runs. `daily` is what the designer sets; the others were set in n8n and are kept as they are:
 * `weekly` could be read (0 = Sunday; all seven days = every day), `other` is told as n8n writes it.
 */
export type Clock =
  | { readonly kind: 'daily'; readonly at: string }
  | { readonly kind: 'weekly'; readonly weekdays: readonly number[]; readonly times: readonly string[]; readonly written: string }
  | { readonly kind: 'other'; readonly written: string };

export function clockOf(document: Pick<CadenceDocument, 'schedule' | 'n8n'>): Clock {
  const parameters = ownValue(document.n8n.nodes, ROLES.schedule)?.parameters;
  if (parameters === undefined || !Object.hasOwn(parameters, 'rule')) return { kind: 'daily', at: document.schedule.at };
  const listed = (parameters['rule'] as { interval?: unknown } | null)?.interval;
  const intervals = Array.isArray(listed) ? (listed as unknown[]).map((one) => (typeof one === 'object' && one !== null ? (one as Interval) : {})) : [];
  const written = intervals.map(writtenAs).join('; ');
  const read = intervals.map(readInterval);
  const [first] = read;
  // Several intervals are one clock only where they keep the same days.
  if (!first || !read.every((one) => one?.weekdays.join() === first.weekdays.join())) return { kind: 'other', written };
  return { kind: 'weekly', weekdays: first.weekdays, times: [...new Set(read.flatMap((one) => one!.times))].sort(), written };
}

/** `HH:MM` of the first run of a day, as far as it is known. */
export function firstRun(clock: Clock): string | undefined {
  return clock.kind === 'daily' ? clock.at : clock.kind === 'weekly' ? clock.times[0] : undefined;
}

/**
 * `HH:MM` of every run of a day, in order, as the exported workflow's schedule fires; none on weekdays that it leaves out. A clock that could not be read
 * is taken for one run a day at the document's own time.
 */
export function runsOn(document: Pick<CadenceDocument, 'schedule' | 'n8n'>): (on: CivilDate) => readonly string[] {
  const clock = clockOf(document);
  if (clock.kind === 'weekly') return (on) => (clock.weekdays.includes(weekday(on)) ? clock.times : []);
  const second = clock.kind === 'daily' ? secondRun(clock.at) : undefined;
  const times = [clock.kind === 'daily' ? clock.at : document.schedule.at, ...(second === undefined ? [] : [second])];
  return () => times;
}

/**
 * The second run of the day: two hours after the first, and not before eleven; undefined when that is another day. At nine in São Paulo it
 * is seven in Acre and eight in Manaus: who is still to be left in peace then is deferred to the same day, and with one run a day would
 * be so every day, for ever.
 */
export function secondRun(at: string): string | undefined {
  const hour = Math.max(11, Number(at.slice(0, 2)) + 2);
  return hour <= 23 ? `${String(hour).padStart(2, '0')}${at.slice(2)}` : undefined;
}

/** The document under a time set in the designer, which takes the place of a clock set in n8n. */
export function withDailyRun(document: CadenceDocument, at: string): CadenceDocument {
  const { rule: _replaced, ...parameters } = ownValue(document.n8n.nodes, ROLES.schedule)?.parameters ?? {};
  if (_replaced === undefined) return { ...document, schedule: { at } };
  const { [ROLES.schedule]: { parameters: _old, ...extra } = {}, ...nodes } = document.n8n.nodes;
  const kept = Object.keys(parameters).length > 0 ? { ...extra, parameters } : extra;
  return {
    ...document,
    schedule: { at },
    n8n: { ...document.n8n, nodes: Object.keys(kept).length > 0 ? { ...nodes, [ROLES.schedule]: kept } : nodes },
  };
}

interface Interval {
  readonly [key: string]: unknown;
}
interface Runs {
  readonly weekdays: readonly number[];
  readonly times: readonly string[];
}

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Defaults as in n8n's schedule trigger. */
function readInterval(interval: Interval): Runs | undefined {
  const { field = 'days', daysInterval = 1, weeksInterval = 1, triggerAtHour = 0, triggerAtMinute = 0, triggerAtDay = [0], expression } = interval;
  if (field === 'cronExpression') return typeof expression === 'string' ? readCron(expression) : undefined;
  const time = timeOf(triggerAtHour, triggerAtMinute);
  if (time === undefined) return undefined;
  if (field === 'days' && daysInterval === 1) return { weekdays: EVERY_DAY, times: [time] };
  if (field === 'weeks' && weeksInterval === 1 && Array.isArray(triggerAtDay)) {
    const days = [...new Set((triggerAtDay as unknown[]).map(Number))].sort();
    return days.length > 0 && days.every((day) => EVERY_DAY.includes(day)) ? { weekdays: days, times: [time] } : undefined;
  }
  return undefined;
}

/** Cron with or without a field for seconds, where it says weekdays and single times. */
function readCron(expression: string): Runs | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length === 6 && fields[0] === '0') fields.shift();
  if (fields.length !== 5) return undefined;
  const [minute, hour, dayOfMonth, month, weekday] = fields as [string, string, string, string, string];
  if (dayOfMonth !== '*' || month !== '*' || !/^\d{1,2}$/.test(minute)) return undefined;
  const hours = numbers(hour, 23);
  const days =
    weekday === '*'
      ? EVERY_DAY
      : numbers(
          weekday.replace(/[a-z]{3}/gi, (name) => String(WEEKDAYS.indexOf(name.toLowerCase()))),
          7,
        );
  const times = hours?.map((one) => timeOf(one, Number(minute)));
  if (!days || !times || times.some((time) => time === undefined)) return undefined;
  return { weekdays: [...new Set(days.map((day) => day % 7))].sort(), times: times as string[] };
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `1-5`, `1,3,5`, `8`: undefined for anything else. */
function numbers(field: string, max: number): number[] | undefined {
  const list = field.split(',').flatMap((part) => {
    const [, from, to] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part) ?? [];
    if (from === undefined) return [Number.NaN];
    return Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
  return list.length > 0 && list.every((value) => value >= 0 && value <= max) ? list : undefined;
}

function timeOf(hour: unknown, minute: unknown): string | undefined {
  const within = (value: unknown, max: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
  return within(hour, 23) && within(minute, 59) ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
}

function writtenAs(interval: Interval): string {
  const { field = 'days', expression, ...rest } = interval;
  if (field === 'cronExpression') return String(expression ?? '');
  return [String(field), ...Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`)].join(', ');
}

import type { Channel } from '../case/channel.ts';
import { parseUf } from '../identity/uf.ts';
import type { ContactWindows, WeekWindow } from './contact-windows.ts';
import { STATE_LAW_WINDOWS, WEEKDAYS } from './contact-windows.ts';

/** Minutes of the day, `[from, to)`. */
export type MinuteRange = readonly [from: number, to: number];
/** Seven lists, Sunday first. */
export type WeekHours = readonly (readonly MinuteRange[])[];

const WHOLE_DAY: readonly MinuteRange[] = [[0, 1440]];
// Paper disturbs nobody at an hour: it is posted on any business day.
const LETTER_HOURS: WeekHours = WEEKDAYS.map((day) => (day === 'sunday' || day === 'saturday' ? [] : WHOLE_DAY));
const CACHE = new WeakMap<ContactWindows, Map<string, WeekHours>>();

/** Hours open for a state and channel before holidays are looked at: what the user allows, never beyond what state law allows. */
export function effectiveHours(windows: ContactWindows, uf: string, channel: Channel | undefined): WeekHours {
  if (channel === 'letter') return LETTER_HOURS;
  let byKey = CACHE.get(windows);
  if (!byKey) CACHE.set(windows, (byKey = new Map()));
  const key = `${uf}|${channel ?? ''}`;
  let hours = byKey.get(key);
  if (!hours) byKey.set(key, (hours = compute(windows, uf, channel)));
  return hours;
}

function compute(windows: ContactWindows, ufText: string, channel: Channel | undefined): WeekHours {
  const uf = parseUf(ufText);
  const layers: WeekWindow[] = [windows.byState[uf] ?? windows.default];
  const channelWindow = channel === undefined ? undefined : windows.byChannel[channel];
  if (channelWindow) layers.push(channelWindow);
  const law = STATE_LAW_WINDOWS[uf];
  if (law && (law.standing === 'law' || windows.enforcedStates.includes(uf))) layers.push(law.window);
  return WEEKDAYS.map((day) => {
    if (day === 'sunday') return [];
    return layers.map((layer) => merge(layer[day].map(([from, to]): MinuteRange => [minutes(from), minutes(to)]))).reduce(intersect);
  });
}

/** Sorted, touching ranges joined, so that an opening never begins in the middle of an open time. */
function merge(ranges: readonly MinuteRange[]): MinuteRange[] {
  const merged: MinuteRange[] = [];
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}

function intersect(a: readonly MinuteRange[], b: readonly MinuteRange[]): MinuteRange[] {
  const both: MinuteRange[] = [];
  for (const [fromA, toA] of a) {
    for (const [fromB, toB] of b) {
      const from = Math.max(fromA, fromB);
      const to = Math.min(toA, toB);
      if (from < to) both.push([from, to]);
    }
  }
  return both;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

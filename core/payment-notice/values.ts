import { localMoment } from '../calendar/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { isCivilDate } from '../civil-date.ts';
import { ownValue } from '../json/own-value.ts';
import { TEXT_LIMITS } from '../limits.ts';
import type { Cents } from '../money.ts';
import { parseMoney } from '../money.ts';
import type { Paths } from './shape.ts';

/** Where a notice's values are looked for. */
export interface Source {
  readonly entry: unknown;
  readonly body: unknown;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What stands at a path; null is nothing. */
export function valueAt(source: Source, path: string): unknown {
  if (path.startsWith('@')) return source.headers.get(path.slice(1)) || undefined;
  let value: unknown = path.startsWith('/') ? source.body : source.entry;
  for (const name of path.replace(/^\//, '').split('.')) {
    if (name === '') continue;
    if (typeof value !== 'object' || value === null) return undefined;
    value = ownValue(value as Readonly<Record<string, unknown>>, name);
  }
  return value ?? undefined;
}

function firstOf<T>(source: Source, paths: Paths | undefined, read: (value: unknown) => T | undefined): T | undefined {
  for (const path of paths ?? []) {
    const value = read(valueAt(source, path));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A number or a word that something is known by. One that is too long is none: cut, it would be another. */
export const nameAt = (source: Source, paths: Paths | undefined): string | undefined => firstOf(source, paths, nameOf);

function nameOf(value: unknown): string | undefined {
  // Beyond that JSON has rounded it: it is another number.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text.length > TEXT_LIMITS.reference ? undefined : text;
}

export const moneyAt = (source: Source, paths: Paths | undefined, unit: 'reais' | 'cents' = 'reais'): Cents | undefined =>
  firstOf(source, paths, unit === 'cents' ? wholeCents : reais);

function wholeCents(value: unknown): Cents | undefined {
  const cents = typeof value === 'string' && /^\d{1,13}$/.test(value.trim()) ? Number(value) : value;
  return typeof cents === 'number' && Number.isSafeInteger(cents) && cents >= 0 ? cents : undefined;
}

/** Machines write a point before the cents and nothing between thousands: `1.234` is no amount of theirs. */
function reais(value: unknown): Cents | undefined {
  const isDecimal =
    typeof value === 'number'
      ? Number.isFinite(value) && value >= 0 && value < 1e12
      : typeof value === 'string' && /^\d{1,12}(?:\.\d{1,2})?$/.test(value.trim());
  return isDecimal ? parseMoney(value as number | string) : undefined;
}

export const dayAt = (source: Source, paths: Paths | undefined): CivilDate | undefined => firstOf(source, paths, dayOf);

/** An instant is a day in Brasília: what is paid at 22h there is told with the next day in UTC. Without an offset it is told as it is on the wall. */
function dayOf(value: unknown): CivilDate | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const wall = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  if (wall) return isCivilDate(wall[1]!) ? wall[1] : undefined;
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)) return undefined;
  const at = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(at) ? undefined : localMoment(at, 'America/Sao_Paulo').date;
}

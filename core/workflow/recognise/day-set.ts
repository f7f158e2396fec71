/** Days overdue, inclusive on both ends; infinite where nothing is said. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * For which days around the due date something holds: −3 is three days before it, 0 the day itself, 7 a week after.
 * `told` is false when a condition only said which days it is not: then no day can be named.
 */
export interface DaySet {
  readonly spans: readonly Span[];
  readonly told: boolean;
  readonly except: readonly number[];
}

const MOST_SPANS = 64;

export const ANY_DAY: DaySet = { spans: [{ from: -Infinity, to: Infinity }], told: false, except: [] };
export const NO_DAY: DaySet = { spans: [], told: true, except: [] };

export const onDays = (...days: readonly number[]): DaySet =>
  union(...days.map((day): DaySet => ({ spans: [{ from: day, to: day }], told: true, except: [] })));
export const fromDay = (day: number): DaySet => ({ spans: [{ from: day, to: Infinity }], told: true, except: [] });
export const untilDay = (day: number): DaySet => ({ spans: [{ from: -Infinity, to: day }], told: true, except: [] });

export const isNever = (set: DaySet): boolean => set.spans.length === 0;

export function intersect(a: DaySet, b: DaySet): DaySet {
  if (a === ANY_DAY) return b;
  if (b === ANY_DAY) return a;
  const except = [...new Set([...a.except, ...b.except])].slice(0, MOST_SPANS);
  const spans = a.spans
    .flatMap((one) => b.spans.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => from <= to && !(from === to && except.includes(from)));
  return { spans: spans.slice(0, MOST_SPANS), told: a.told || b.told, except };
}

export function union(...sets: readonly DaySet[]): DaySet {
  if (sets.length === 0) return NO_DAY;
  const sorted = sets.flatMap(({ spans }) => spans).sort((a, b) => a.from - b.from);
  const spans: Span[] = [];
  for (const span of sorted) {
    const last = spans.at(-1);
    // Neighbouring single days stay apart: "on 3 and on 4" are two days, not a range.
    if (last && (span.from <= last.to || (span.from === last.to + 1 && last.from < last.to)))
      spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else spans.push(span);
  }
  return { spans: spans.slice(0, MOST_SPANS), told: sets.every(({ told }) => told), except: [] };
}

/** The days on which it does not hold. Of single days that says nothing about when. */
export function otherwise(set: DaySet): DaySet {
  if (!set.told) return ANY_DAY;
  if (set.spans.every(({ from, to }) => from === to)) return { ...ANY_DAY, except: set.spans.map(({ from }) => from) };
  let rest: Span[] = [{ from: -Infinity, to: Infinity }];
  for (const { from, to } of set.spans) {
    rest = rest
      .flatMap((span) => [
        { from: span.from, to: Math.min(span.to, from - 1) },
        { from: Math.max(span.from, to + 1), to: span.to },
      ])
      .filter(({ from: first, to: last }) => first <= last && first < Infinity && last > -Infinity);
  }
  return { spans: rest, told: true, except: [] };
}

export interface NamedDay {
  readonly day: number;
  /** It holds on more days than this one, of which this is the first that makes sense. */
  readonly open: boolean;
}

/** The days a step would stand on: of a range its first, of "until seven days late" the first day late. */
export function namedDays(set: DaySet): NamedDay[] {
  if (!set.told) return [];
  return set.spans.map(({ from, to }) => {
    if (Number.isFinite(from)) return { day: from, open: from !== to };
    return { day: Number.isFinite(to) && to <= 0 ? to : 1, open: true };
  });
}

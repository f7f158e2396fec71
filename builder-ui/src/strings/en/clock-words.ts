import type { Clock } from '../../../../core/cadence/clock.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** When a cadence runs, as the core's `clockWords` says it in Portuguese. */
export function clockWords(clock: Clock): string {
  if (clock.kind === 'daily') return `every day at ${clock.at}`;
  if (clock.kind === 'other') return `by n8n's clock${clock.written === '' ? '' : `: ${clock.written}`}`;
  return `${daysWords(clock.weekdays)} at ${inWords(clock.times, 'and at')}`;
}

function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const [first, last] = [days[0]!, days.at(-1)!];
  if (days.length > 2 && last - first === days.length - 1) return `from ${WEEKDAYS[first]} to ${WEEKDAYS[last]}`;
  return `on ${inWords(
    days.map((day) => WEEKDAYS[day]!),
    'and',
  )}`;
}

function inWords(list: readonly string[], and: string): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} ${and} ${list.at(-1)}`;
}

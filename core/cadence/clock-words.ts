import type { Clock } from './clock.ts';

const WEEKDAYS = ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'];

/** When a cadence runs: "todo dia às 09:00", "de segunda a sexta às 08:30", "pelo relógio do n8n: 0 9 1 * *". */
export function clockWords(clock: Clock): string {
  if (clock.kind === 'daily') return `todo dia às ${clock.at}`;
  if (clock.kind === 'other') return `pelo relógio do n8n${clock.written === '' ? '' : `: ${clock.written}`}`;
  return `${daysWords(clock.weekdays)} às ${inWords(clock.times, 'e às')}`;
}

function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'todo dia';
  const [first, last] = [days[0]!, days.at(-1)!];
  if (days.length > 2 && last - first === days.length - 1) return `de ${WEEKDAYS[first]} a ${WEEKDAYS[last]}`;
  return inWords(
    days.map((day) => WEEKDAYS[day]!),
    'e',
  );
}

function inWords(list: readonly string[], and: string): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} ${and} ${list.at(-1)}`;
}

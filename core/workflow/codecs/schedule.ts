import { secondRun } from '../../cadence/clock.ts';

/** The parameters of a schedule trigger that fires at `HH:MM` and, the same day, once more (`secondRun`). */
export function writeSchedule(at: string): { rule: { interval: Record<string, unknown>[] } } {
  const runs = [at, secondRun(at)].filter((run) => run !== undefined);
  return {
    rule: { interval: runs.map((run) => ({ field: 'days', daysInterval: 1, triggerAtHour: Number(run.slice(0, 2)), triggerAtMinute: Number(run.slice(3)) })) },
  };
}

/** `HH:MM` of a trigger that fires once a day, or as {@link writeSchedule} writes it; undefined for anything else (cron, every two days). */
export function readSchedule(parameters: Record<string, unknown>): string | undefined {
  const intervals = (parameters['rule'] as { interval?: Record<string, unknown>[] } | undefined)?.interval ?? [{}];
  const [first, second] = intervals.map(readDaily);
  if (first === undefined || intervals.length > 2) return undefined;
  return intervals.length === 1 || (second !== undefined && second === secondRun(first)) ? first : undefined;
}

function readDaily(only: Record<string, unknown>): string | undefined {
  const { field = 'days', daysInterval = 1, triggerAtHour = 0, triggerAtMinute = 0, ...rest } = only;
  if (field !== 'days' || daysInterval !== 1 || Object.keys(rest).length > 0) return undefined;
  if (!isWithin(triggerAtHour, 23) || !isWithin(triggerAtMinute, 59)) return undefined;
  return `${String(triggerAtHour).padStart(2, '0')}:${String(triggerAtMinute).padStart(2, '0')}`;
}

function isWithin(value: unknown, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}

/** The parameters of a schedule trigger that fires at `HH:MM` and, the same day, once more ({@link secondRun}). */
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

/**
 * The second run of the day: two hours after the first, and not before eleven; undefined when that is another day. At nine in São Paulo it
 * is seven in Acre and eight in Manaus: who is still to be left in peace then is deferred to the same day, and with one run a day would
 * be so every day, for ever.
 */
export function secondRun(at: string): string | undefined {
  const hour = Math.max(11, Number(at.slice(0, 2)) + 2);
  return hour <= 23 ? `${String(hour).padStart(2, '0')}${at.slice(2)}` : undefined;
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

/** `HH:MM` of a schedule trigger that fires once a day; undefined for anything else (cron, several times, every two days). */
export function readSchedule(parameters: Record<string, unknown>): string | undefined {
  const intervals = (parameters['rule'] as { interval?: Record<string, unknown>[] } | undefined)?.interval ?? [{}];
  const [only] = intervals;
  if (intervals.length !== 1 || !only) return undefined;
  const { field = 'days', daysInterval = 1, triggerAtHour = 0, triggerAtMinute = 0, ...rest } = only;
  if (field !== 'days' || daysInterval !== 1 || Object.keys(rest).length > 0) return undefined;
  if (!isWithin(triggerAtHour, 23) || !isWithin(triggerAtMinute, 59)) return undefined;
  return `${String(triggerAtHour).padStart(2, '0')}:${String(triggerAtMinute).padStart(2, '0')}`;
}

function isWithin(value: unknown, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactOpening } from '../../calendar/index.ts';
import { formatInstant, instantOf } from '../../calendar/index.ts';
import { UFS } from '../../identity/uf.ts';
import { secondRun } from '../../cadence/clock.ts';
import { readSchedule, writeSchedule } from './schedule.ts';

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('the daily schedule', () => {
  test('is read back as it was written, whatever the hour', () => {
    fc.assert(fc.property(times, (at) => readSchedule(writeSchedule(at)) === at));
  });

  test('has a second run for the states where the morning comes later', () => {
    expect(writeSchedule('09:00').rule.interval).toEqual([
      { field: 'days', daysInterval: 1, triggerAtHour: 9, triggerAtMinute: 0 },
      { field: 'days', daysInterval: 1, triggerAtHour: 11, triggerAtMinute: 0 },
    ]);
    expect([secondRun('07:30'), secondRun('10:15'), secondRun('22:00')]).toEqual(['11:30', '12:15', undefined]);
  });

  test('from a run at seven to one at ten, no state is asleep in both', () => {
    for (const at of ['07:00', '08:00', '09:00', '10:00']) {
      for (const uf of UFS) {
        const open = [at, secondRun(at)!].some(
          (run) =>
            contactOpening(formatInstant(instantOf({ date: '2026-03-10', minute: Number(run.slice(0, 2)) * 60 }, 'America/Sao_Paulo')), { uf, channel: 'sms' })
              .allowed,
        );
        expect(open, `${uf} at ${at}`).toBe(true);
      }
    }
  });

  test('of one run is read too, and one of another kind is left as it is', () => {
    const daily = (triggerAtHour: number) => ({ field: 'days', daysInterval: 1, triggerAtHour, triggerAtMinute: 0 });
    expect(readSchedule({ rule: { interval: [daily(9)] } })).toBe('09:00');
    expect(readSchedule({})).toBe('00:00');
    expect(readSchedule({ rule: { interval: [daily(9), daily(15)] } })).toBeUndefined();
    expect(readSchedule({ rule: { interval: [daily(9), daily(11), daily(13)] } })).toBeUndefined();
    expect(readSchedule({ rule: { interval: [{ field: 'cronExpression', expression: '0 9 * * *' }] } })).toBeUndefined();
    expect(readSchedule({ rule: { interval: [] } })).toBeUndefined();
  });
});

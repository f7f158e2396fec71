import { describe, expect, test } from 'vitest';
import { caseOf, debt, policies } from '../testing/case-builder.ts';
import { pausingPromise, promiseState } from './promise.ts';

// Promised on Monday 09/03/2026 for Friday 13/03.
const promise = { id: 'p', madeOn: '2026-03-09', dueOn: '2026-03-13', amount: 5_000, status: 'open' } as const;
const paying = (...payments: { date: string; amount: number }[]) => caseOf({ debts: [debt({ payments })], promises: [promise] });

describe('a promise to pay', () => {
  test('is open through its grace, and broken after', () => {
    expect(promiseState(promise, caseOf(), policies(), '2026-03-17')).toEqual({ status: 'open', pausedUntil: '2026-03-17' });
    expect(promiseState(promise, caseOf(), policies(), '2026-03-18')).toEqual({ status: 'broken', pausedUntil: '2026-03-17' });
    expect(promiseState(promise, caseOf(), policies({ promise: { graceBusinessDays: 0 } }), '2026-03-14').status).toBe('broken');
  });

  test('the grace is of business days where the debtor is', () => {
    const carnival = { ...promise, madeOn: '2026-02-09', dueOn: '2026-02-13' };
    expect(promiseState(carnival, caseOf(), policies(), '2026-02-14').pausedUntil).toBe('2026-02-19');
  });

  test('is kept by what was paid since it was made, in one or more payments, and by nothing later than today', () => {
    const state = (subject: ReturnType<typeof paying>, on = '2026-03-12') => promiseState(promise, subject, policies(), on).status;
    expect(state(paying({ date: '2026-03-09', amount: 2_000 }, { date: '2026-03-12', amount: 3_000 }))).toBe('kept');
    expect(state(paying({ date: '2026-03-09', amount: 4_999 }))).toBe('open');
    expect(state(paying({ date: '2026-03-08', amount: 5_000 }))).toBe('open');
    expect(state(paying({ date: '2026-03-13', amount: 5_000 }))).toBe('open');
    expect(state(paying({ date: '2026-03-13', amount: 5_000 }), '2026-03-20')).toBe('kept');
    expect(promiseState({ ...promise, amount: 0 }, caseOf(), policies(), '2026-03-12').status).toBe('open');
  });

  test('what the record says already stays', () => {
    expect(promiseState({ ...promise, status: 'kept' }, caseOf(), policies(), '2026-05-01').status).toBe('kept');
    expect(promiseState({ ...promise, status: 'broken' }, caseOf(), policies(), '2026-03-10').status).toBe('broken');
  });

  test('silences the cadence only while it is open, the longest one counting', () => {
    const until = (
      promises: readonly (typeof promise | { id: string; madeOn: string; dueOn: string; amount: number; status: 'open' | 'kept' | 'broken' })[],
      on: string,
    ) => pausingPromise(caseOf({ promises }), policies(), on)?.promise.id;
    const longer = { ...promise, id: 'q', dueOn: '2026-03-16' };
    expect(until([promise, longer], '2026-03-10')).toBe('q');
    expect(until([longer, promise], '2026-03-10')).toBe('q');
    expect(until([promise, longer], '2026-03-18')).toBe('q');
    expect(until([promise, { ...longer, status: 'broken' }], '2026-03-10')).toBe('p');
    expect(until([promise], '2026-03-18')).toBeUndefined();
    expect(until([], '2026-03-10')).toBeUndefined();
    expect(pausingPromise(paying({ date: '2026-03-10', amount: 5_000 }), policies(), '2026-03-11')).toBeUndefined();
  });
});

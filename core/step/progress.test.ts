import { describe, expect, test } from 'vitest';
import type { StepRecord } from '../case/index.ts';
import { caseOf, classicPlan, debt, policies, step } from '../testing/case-builder.ts';
import { isExecuted, progressOf } from './progress.ts';

const record = (stepId: string, on: string, over: Partial<StepRecord> = {}): StepRecord => ({
  cadenceId: 'regua',
  stepId,
  cycle: 'd1',
  status: 'done',
  on,
  ...over,
});
const progress = (steps: StepRecord[], plan = classicPlan(), anchor = debt()) => progressOf(caseOf({ debts: [anchor], steps }), plan, policies(), anchor);
const dueDates = (...args: Parameters<typeof progress>) => {
  const { dueOn } = progress(...args);
  return (args[1] ?? classicPlan()).steps.map((_, index) => dueOn(index));
};

describe('how far a case has come', () => {
  test('every step falls due on its day from the due date; after a weekend none before the day after it', () => {
    expect(dueDates([]).slice(0, 4)).toEqual(['2026-02-27', '2026-03-03', '2026-03-09', '2026-03-17']);
    // Due on Saturday the 28th, payable on Monday the 2nd: D+1 waits for Tuesday, D+7 does not.
    expect(dueDates([], classicPlan(), debt({ dueDate: '2026-02-28' })).slice(1, 3)).toEqual(['2026-03-03', '2026-03-07']);
  });

  test('a reminder, that of the day itself included, ends with the last timely day', () => {
    const plan = classicPlan({ steps: [step(-3), step(0), step(1)] });
    const { expired } = progress([], plan, debt({ dueDate: '2026-02-28' }));
    expect([0, 1, 2].map((index) => expired(index, '2026-03-02'))).toEqual([false, false, false]);
    expect([0, 1, 2].map((index) => expired(index, '2026-03-03'))).toEqual([true, true, false]);
  });

  test('what lies before the furthest step that was executed is behind', () => {
    expect(progress([record('dia7', '2026-03-09'), record('dia1', '2026-03-03')]).floorDay).toBe(7);
    expect(progress([]).floorDay).toBe(Number.NEGATIVE_INFINITY);
  });

  test('after a change of track, what lay up to the day of the last step there is behind here', () => {
    expect(progress([record('outra-trilha', '2026-03-12')]).floorDay).toBe(11);
    expect(progress([record('outra-trilha', '2026-03-12', { status: 'skipped' })]).floorDay).toBe(11);
    expect(progress([record('outra-trilha', '2026-03-12', { status: 'entered' })]).floorDay).toBe(Number.NEGATIVE_INFINITY);
  });

  test('other cycles and cadences say nothing', () => {
    const { executed } = progress([record('dia1', '2026-03-03', { cycle: 'd2' }), record('dia7', '2026-03-09', { cadenceId: 'outra' })]);
    expect([...executed]).toEqual([]);
  });

  test('an entered step is executed only where nothing of ours follows', () => {
    const entered = record('dia1', '2026-03-03', { status: 'entered' });
    expect(isExecuted(entered, step(1))).toBe(false);
    expect(isExecuted(entered, step(1, { doneWhen: 'entered' }))).toBe(true);
    expect(isExecuted({ ...entered, status: 'deferred' }, step(1, { doneWhen: 'entered' }))).toBe(false);
  });
});

describe('a case that came in late and begins at the beginning', () => {
  const plan = classicPlan({ lateEntry: 'first-step', steps: [step(1), step(7), step(15)] });

  test('lives the whole cadence that much later, whatever order its records come in', () => {
    // D+1 ran on the 20th, 18 days late: 17 days are added to every later step.
    expect(dueDates([record('dia1', '2026-03-20')], plan)).toEqual(['2026-03-20', '2026-03-26', '2026-04-03']);
    expect(dueDates([record('dia7', '2026-03-26'), record('dia1', '2026-03-20')], plan)).toEqual(['2026-03-20', '2026-03-26', '2026-04-03']);
    expect(dueDates([record('dia1', '2026-03-20'), record('dia7', '2026-03-26')], plan)).toEqual(['2026-03-20', '2026-03-26', '2026-04-03']);
  });

  test('is not late when its first step ran before the second was due, and is from that day on', () => {
    expect(dueDates([record('dia1', '2026-03-08')], plan)).toEqual(['2026-03-03', '2026-03-09', '2026-03-17']);
    expect(dueDates([record('dia1', '2026-03-09')], plan)).toEqual(['2026-03-09', '2026-03-15', '2026-03-23']);
  });

  test('is not shifted by a reminder, nor where only the latest step counts', () => {
    const reminding = classicPlan({ lateEntry: 'first-step', steps: [step(0), step(1), step(7)] });
    expect(dueDates([record('dia0', '2026-03-20')], reminding)).toEqual(['2026-03-02', '2026-03-03', '2026-03-09']);
    expect(dueDates([record('dia1', '2026-03-20')], { ...plan, lateEntry: 'latest-step' })).toEqual(['2026-03-03', '2026-03-09', '2026-03-17']);
    expect(dueDates([record('dia15', '2026-05-20')], plan)).toEqual(['2026-03-03', '2026-03-09', '2026-03-17']);
  });
});

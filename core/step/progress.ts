import type { Policies } from '../cadence/policies.ts';
import { debtorPlace, nextBusinessDay } from '../calendar/index.ts';
import type { Case, Debt, StepRecord } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween } from '../civil-date.ts';
import type { PlannedStep, StepPlan } from './decision.ts';

/** How far a case has come on a plan in the cycle of one anchor. */
export interface Progress {
  readonly executed: ReadonlySet<number>;
  /** Steps of an earlier day than this are behind: a later one was executed. */
  readonly floorDay: number;
  /** When each step falls due. */
  readonly dueOn: (index: number) => CivilDate;
  /** The step follows the last one at the pace of the contact limits: none of these is jumped over. */
  readonly isCatchingUp: (index: number) => boolean;
  /** A reminder of a day to come makes no sense after that day. */
  readonly expired: (index: number, on: CivilDate) => boolean;
}

/**
 * A debt due on a weekend or holiday may be paid on the next business day (Código Civil 132 §1), so a step after the due date
 * waits for the day after that one, and a step before it may still run until then.
 */
export function progressOf(
  subject: Pick<Case, 'steps' | 'debtor'>,
  plan: StepPlan,
  policies: Pick<Policies, 'cityHolidays' | 'frequency'>,
  anchor: Debt,
): Progress {
  const { executed, floorDay, shift, last } = executedSteps(subject.steps, plan, anchor);
  const lastTimelyDay = nextBusinessDay(anchor.dueDate, debtorPlace(subject.debtor, policies));
  const firstLateDay = addDays(lastTimelyDay, 1);
  const ownDay = (index: number): CivilDate => {
    const { day } = plan.steps[index]!;
    if (day <= 0) return addDays(anchor.dueDate, day);
    const date = addDays(anchor.dueDate, day + shift);
    return date < firstLateDay ? firstLateDay : date;
  };
  const caughtUp = plan.lateEntry === 'catch-up' && last ? catchUp(plan, last, ownDay, Math.ceil(7 / policies.frequency.perSevenDays)) : undefined;
  return {
    executed,
    floorDay,
    dueOn: (index) => caughtUp?.get(index) ?? ownDay(index),
    isCatchingUp: (index) => caughtUp?.has(index) ?? false,
    expired: (index, on) => plan.steps[index]!.day <= 0 && on > lastTimelyDay,
  };
}

export function isExecuted(record: StepRecord, step: PlannedStep): boolean {
  return record.status === 'done' || record.status === 'skipped' || (record.status === 'entered' && step.doneWhen === 'entered');
}

function executedSteps(
  records: readonly StepRecord[],
  plan: StepPlan,
  anchor: Debt,
): {
  executed: Set<number>;
  floorDay: number;
  shift: number;
  last: { index: number; on: CivilDate } | undefined;
} {
  const executed = new Set<number>();
  let floorDay = Number.NEGATIVE_INFINITY;
  let first: { index: number; on: CivilDate } | undefined;
  let last: { index: number; on: CivilDate } | undefined;
  for (const record of records) {
    if (record.cycle !== anchor.id || record.cadenceId !== plan.cadenceId) continue;
    const index = plan.steps.findIndex((step) => step.id === record.stepId);
    if (index === -1) {
      // Executed on another track before the case changed tiers: what lay before that day is behind on this track too.
      if (record.status === 'done' || record.status === 'skipped') floorDay = Math.max(floorDay, daysBetween(anchor.dueDate, record.on) + 1);
      continue;
    }
    const step = plan.steps[index]!;
    if (!isExecuted(record, step)) continue;
    executed.add(index);
    floorDay = Math.max(floorDay, step.day);
    if (!first || index < first.index) first = { index, on: record.on };
    if (!last || index > last.index) last = { index, on: record.on };
  }
  return { executed, floorDay, shift: first ? lateEntryShift(plan, anchor, first) : 0, last };
}

/**
 * With `lateEntry: 'catch-up'`, the steps whose own day had passed when the last one was executed follow it one after the other, as far apart as they are in
 * the cadence, but no farther than the contact limits ask; the ones after them keep their own day, and never less than that distance.
 * @param pace days between two contacts at the limit
 */
function catchUp(
  plan: StepPlan,
  last: { readonly index: number; readonly on: CivilDate },
  ownDay: (index: number) => CivilDate,
  pace: number,
): Map<number, CivilDate> {
  const dates = new Map<number, CivilDate>();
  let before: { readonly day: number; readonly on: CivilDate } = { day: plan.steps[last.index]!.day, on: last.on };
  for (const [index, { day }] of plan.steps.entries()) {
    if (day <= before.day || day <= 0) continue;
    const behind = ownDay(index) <= last.on;
    if (!behind && dates.size === 0) break;
    const spaced = addDays(before.on, Math.min(day - before.day, pace));
    const on = behind || ownDay(index) < spaced ? spaced : ownDay(index);
    // Steps of one day stay together.
    for (const [other, step] of plan.steps.entries()) if (step.day === day) dates.set(other, on);
    if (!behind && on === ownDay(index)) break;
    before = { day, on };
  }
  return dates;
}

/** With `lateEntry: 'first-step'`, a case that began when a later step was due already lives its whole cadence that much later. */
function lateEntryShift(plan: StepPlan, anchor: Debt, first: { index: number; on: CivilDate }): number {
  if (plan.lateEntry !== 'first-step') return 0;
  const began = daysBetween(anchor.dueDate, first.on);
  const step = plan.steps[first.index]!;
  const following = plan.steps.find((other) => other.day > step.day);
  return step.day > 0 && following !== undefined && began >= following.day ? began - step.day : 0;
}

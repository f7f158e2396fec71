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
  /** A reminder of a day to come makes no sense after that day. */
  readonly expired: (index: number, on: CivilDate) => boolean;
}

/**
 * A debt due on a weekend or holiday may be paid on the next business day (Código Civil 132 §1), so a step after the due date
 * waits for the day after that one, and a step before it may still run until then.
 */
export function progressOf(subject: Pick<Case, 'steps' | 'debtor'>, plan: StepPlan, policies: Pick<Policies, 'cityHolidays'>, anchor: Debt): Progress {
  const { executed, floorDay, shift } = executedSteps(subject.steps, plan, anchor);
  const lastTimelyDay = nextBusinessDay(anchor.dueDate, debtorPlace(subject.debtor, policies));
  const firstLateDay = addDays(lastTimelyDay, 1);
  return {
    executed,
    floorDay,
    dueOn: (index) => {
      const { day } = plan.steps[index]!;
      if (day <= 0) return addDays(anchor.dueDate, day);
      const date = addDays(anchor.dueDate, day + shift);
      return date < firstLateDay ? firstLateDay : date;
    },
    expired: (index, on) => plan.steps[index]!.day <= 0 && on > lastTimelyDay,
  };
}

export function isExecuted(record: StepRecord, step: PlannedStep): boolean {
  return record.status === 'done' || record.status === 'skipped' || (record.status === 'entered' && step.doneWhen === 'entered');
}

function executedSteps(records: readonly StepRecord[], plan: StepPlan, anchor: Debt): { executed: Set<number>; floorDay: number; shift: number } {
  const executed = new Set<number>();
  let floorDay = Number.NEGATIVE_INFINITY;
  let first: { index: number; on: CivilDate } | undefined;
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
  }
  return { executed, floorDay, shift: first ? lateEntryShift(plan, anchor, first) : 0 };
}

/** With `lateEntry: 'first-step'`, a case that began when a later step was due already lives its whole cadence that much later. */
function lateEntryShift(plan: StepPlan, anchor: Debt, first: { index: number; on: CivilDate }): number {
  if (plan.lateEntry !== 'first-step') return 0;
  const began = daysBetween(anchor.dueDate, first.on);
  const step = plan.steps[first.index]!;
  const following = plan.steps.find((other) => other.day > step.day);
  return step.day > 0 && following !== undefined && began >= following.day ? began - step.day : 0;
}

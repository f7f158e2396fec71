import type { ReminderToday } from '../agreement/index.ts';
import { breachOf, remindersToday } from '../agreement/index.ts';
import { debtorPlace } from '../calendar/index.ts';
import type { Agreement, Case } from '../case/index.ts';
import { agreementsInForce } from '../case/index.ts';
import type { Policies } from '../cadence/policies.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays } from '../civil-date.ts';
import type { StepDecision, StepPlan, StepPolicies } from '../step/index.ts';
import { chooseStep, nextActionOn } from '../step/index.ts';
import type { StepEnd } from './block-end.ts';
import type { RunStep } from './place.ts';

/** A step to run now. */
export interface StepToRun extends RunStep {
  readonly name: string;
  readonly day: number;
  readonly passedOver: readonly string[];
  readonly reasons: readonly string[];
  /** Where only foreign nodes follow, nobody else closes the step: this is recorded when it is handed on. */
  readonly whenEntered?: StepEnd;
}

/** What a run does with a case when it looks at it. */
export type Look =
  | { readonly kind: 'step'; readonly step: StepToRun }
  | { readonly kind: 'installment'; readonly step: StepToRun; readonly due: ReminderToday }
  | Extract<StepDecision, { kind: 'wait' }>;

export interface LookPlan extends StepPlan {
  /** Something is said of an agreement's instalments at all, and the block that ends it when several could. */
  readonly installments: { readonly closedBy?: string | undefined } | null;
}

/**
 * The one thing that is due for a case. An agreement's instalment that is to be reminded of today comes before any step of other debts, which has its
 * turn tomorrow: two messages on one day would be one too many.
 */
export function lookAt(subject: Case, plan: LookPlan, policies: StepPolicies, on: CivilDate): Look {
  const decision = chooseStep(subject, plan, policies, on);
  const [due, ...others] = plan.installments === null ? [] : remindersToday(subject, policies, on);
  if (due) {
    const { agreement, reminder, day } = due;
    const step: StepToRun = {
      id: reminder.key,
      name: `Parcela ${reminder.installment.number} do acordo`,
      day,
      trackId: plan.trackId,
      cycle: agreement.id,
      ...(plan.installments?.closedBy ? { closedBy: plan.installments.closedBy } : {}),
      // Other debts' steps, and other agreements' instalments, have their turn tomorrow.
      nextActionOn: decision.kind === 'wait' && others.length === 0 ? decision.nextActionOn : addDays(on, 1),
      passedOver: [],
      reasons: reminder.reasons,
    };
    return { kind: 'installment', step, due };
  }
  if (decision.kind === 'wait') return decision;
  const { stepId, stepName, day, cycle, passedOver, reasons } = decision;
  const { doneWhen, closedBy } = plan.steps.find((planned) => planned.id === stepId)!;
  const next = nextActionOn(subject, plan, policies, on);
  const step: StepToRun = {
    id: stepId,
    name: stepName,
    day,
    trackId: plan.trackId,
    cycle,
    ...(closedBy === undefined ? {} : { closedBy }),
    nextActionOn: next,
    passedOver,
    reasons,
    ...(doneWhen === 'entered' ? { whenEntered: { status: 'entered' as const, nextActionOn: next } } : {}),
  };
  return { kind: 'step', step };
}

/** The agreements whose delay passed the policy's tolerance: they end, and their debts go on in the cadence the same day. */
export function brokenAgreements(
  subject: Pick<Case, 'agreements' | 'debtor'>,
  policies: Pick<Policies, 'agreement' | 'cityHolidays'>,
  on: CivilDate,
): { readonly agreements: readonly Agreement[]; readonly reasons: readonly string[] } {
  const place = debtorPlace(subject.debtor, policies);
  const reasons: string[] = [];
  const agreements = agreementsInForce(subject).filter((agreement) => {
    const breach = breachOf(agreement, on, policies, place);
    if (breach.breached) reasons.push(...breach.reasons, 'O acordo foi desfeito e a dívida voltou à régua, descontado o que foi pago.');
    return breach.breached;
  });
  return { agreements, reasons };
}

import type { Case, Contact } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays } from '../civil-date.ts';
import type { StepPolicies } from './choose-step.ts';
import { chooseStep } from './choose-step.ts';
import type { StepPlan } from './decision.ts';

/**
 * When to look at a case again, today's step taken as done; null = only an event brings it back. A step that was deferred instead is
 * looked at again on the date of its deferral.
 */
export function nextActionOn(subject: Case, plan: StepPlan, policies: StepPolicies, on: CivilDate): CivilDate | null {
  const today = chooseStep(subject, plan, policies, on);
  if (today.kind === 'wait') return today.nextActionOn;
  const record = { cadenceId: plan.cadenceId, stepId: today.stepId, cycle: today.cycle, status: 'done', on } as const;
  // What it says counts as arrived: a look that is too early costs nothing.
  const said: Contact = { ...record, id: '', blockId: '', channel: 'email', purpose: 'charge', status: 'sent', at: `${on}T12:00:00Z`, localDate: on };
  const after = chooseStep({ ...subject, steps: [...subject.steps, record], contacts: [...subject.contacts, said] }, plan, policies, on);
  // Another step of the same day has its turn tomorrow.
  return after.kind === 'run' ? addDays(on, 1) : after.nextActionOn;
}

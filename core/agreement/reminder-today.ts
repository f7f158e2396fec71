import type { Policies } from '../cadence/policies.ts';
import type { Agreement, Case } from '../case/index.ts';
import { agreementInForce } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { daysBetween } from '../civil-date.ts';
import type { AgreementReminder } from './reminders.ts';
import { agreementReminders } from './reminders.ts';

export interface ReminderToday {
  readonly agreement: Agreement;
  readonly reminder: AgreementReminder;
  /** Days from the instalment's due date: negative before it. */
  readonly day: number;
  /** Of one reminder, whatever agreement, instalment or day: what makes it be said once. */
  readonly id: string;
}

/**
 * The reminder of an instalment to be said today, of the agreement in force that messages speak of. One that was handed on on an earlier day
 * and that nothing closed (no message follows that output) is not handed on again, or it would hold back the steps of other debts.
 */
export function reminderToday(
  subject: Pick<Case, 'steps' | 'debtor' | 'agreements'>,
  policies: Pick<Policies, 'agreement'>,
  on: CivilDate,
): ReminderToday | null {
  const { optedOut } = subject.debtor;
  const agreement = agreementInForce(subject);
  if (!agreement || optedOut.includes('all')) return null;
  const { due } = agreementReminders(subject, agreement, policies, on);
  if (!due) return null;
  const handedOn = subject.steps.some((record) => record.cycle === agreement.id && record.stepId === due.key && record.status === 'entered' && record.on < on);
  if (handedOn) return null;
  return { agreement, reminder: due, day: daysBetween(due.installment.dueDate, on), id: `${agreement.id}:${due.installment.number}:${due.key}` };
}

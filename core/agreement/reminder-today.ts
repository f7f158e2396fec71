import type { Policies } from '../cadence/policies.ts';
import type { Agreement, Case } from '../case/index.ts';
import { agreementsInForce } from '../case/index.ts';
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
 * The reminders of instalments to be said today, at most one for each agreement in force, the one due first in front; a debtor hears one a day,
 * and the others have their turn on the next. One that was handed on on an earlier day and that nothing closed (no message follows that
 * output) is not handed on again, or it would hold back the steps of other debts.
 */
export function remindersToday(
  subject: Pick<Case, 'steps' | 'debtor' | 'agreements'>,
  policies: Pick<Policies, 'agreement' | 'cityHolidays'>,
  on: CivilDate,
): ReminderToday[] {
  if (subject.debtor.optedOut.includes('all')) return [];
  return agreementsInForce(subject)
    .flatMap((agreement): ReminderToday[] => {
      const { due } = agreementReminders(subject, agreement, policies, on);
      if (!due) return [];
      const handedOn = subject.steps.some(
        (record) => record.cycle === agreement.id && record.stepId === due.key && record.status === 'entered' && record.on < on,
      );
      return handedOn
        ? []
        : [{ agreement, reminder: due, day: daysBetween(due.installment.dueDate, on), id: `${agreement.id}:${due.installment.number}:${due.key}` }];
    })
    .sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1));
}

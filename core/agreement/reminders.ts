import type { Policies } from '../cadence/policies.ts';
import type { Place } from '../calendar/index.ts';
import { debtorPlace } from '../calendar/index.ts';
import type { Agreement, AgreementInstallment, Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween, formatCivilDate } from '../civil-date.ts';
import { formatMoney } from '../money.ts';
import { breachOf } from './breach.ts';
import { lastTimelyDay, unpaidInstallments } from './installments-due.ts';

/** A friendly reminder of an instalment. `key` is the step id under which it is recorded, in the cycle of the agreement's id. */
export interface AgreementReminder {
  readonly key: string;
  readonly kind: 'near' | 'late';
  readonly installment: AgreementInstallment;
  /** Days to the due date (near) or past it (late). */
  readonly days: number;
  readonly reasons: readonly string[];
}

export interface AgreementReminders {
  /** What is to be said today; at most one, whatever was missed before. */
  readonly due: AgreementReminder | null;
  readonly breached: boolean;
  /** The next date with a reminder or the breach; null when the agreement asks for nothing more. */
  readonly nextActionOn: CivilDate | null;
}

interface Planned extends Omit<AgreementReminder, 'days' | 'reasons'> {
  readonly on: CivilDate;
  readonly until: CivilDate;
}

/**
 * The cadence of an agreement's instalments: near ones are reminded of, late ones asked for, and after that the breach. The same laws
 * as for steps: after an outage only the latest runs, what is recorded does not run again, and a reminder of a day to come
 * ends with that day.
 */
export function agreementReminders(
  subject: Pick<Case, 'steps' | 'debtor'>,
  agreement: Agreement,
  policies: Pick<Policies, 'agreement' | 'cityHolidays'>,
  on: CivilDate,
): AgreementReminders {
  if (agreement.status !== 'active') return { due: null, breached: agreement.status === 'broken', nextActionOn: null };
  const place = debtorPlace(subject.debtor, policies);
  const breach = breachOf(agreement, on, policies, place);
  // A broken agreement waits for a person or a node to say so; it is looked at daily until then.
  if (breach.breached) return { due: null, breached: true, nextActionOn: addDays(on, 1) };
  const done = new Set(
    subject.steps.filter((record) => record.cycle === agreement.id && (record.status === 'done' || record.status === 'skipped')).map((record) => record.stepId),
  );
  const planned = plan(agreement, policies, place);
  const lastDone = planned.findLastIndex((reminder) => done.has(reminder.key));
  const open = planned.slice(lastDone + 1);
  const today = open.filter((reminder) => reminder.on <= on && on <= reminder.until).at(-1);
  const dates = open.filter((reminder) => reminder.on > on).map((reminder) => reminder.on);
  if (breach.breachOn !== undefined) dates.push(breach.breachOn);
  return {
    due: today ? spoken(today, on) : null,
    breached: false,
    nextActionOn: dates.reduce<CivilDate | null>((first, date) => (first === null || date < first ? date : first), null),
  };
}

function plan(agreement: Agreement, policies: Pick<Policies, 'agreement'>, place: Place): Planned[] {
  const { remindDaysBefore, remindDaysLate, breakAfterDays } = policies.agreement;
  return unpaidInstallments(agreement)
    .flatMap((installment): Planned[] => {
      const timely = lastTimelyDay(installment, place);
      return [
        ...remindDaysBefore.map((days): Planned => ({
          key: `parcela-${installment.number}-antes-${days}`,
          kind: 'near',
          installment,
          on: addDays(installment.dueDate, -days),
          until: timely,
        })),
        ...remindDaysLate
          .filter((days) => days <= breakAfterDays)
          .map((days): Planned => ({
            key: `parcela-${installment.number}-depois-${days}`,
            kind: 'late',
            installment,
            on: addDays(timely, days),
            until: addDays(timely, breakAfterDays),
          })),
      ];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.installment.number - b.installment.number));
}

function spoken({ key, kind, installment }: Planned, on: CivilDate): AgreementReminder {
  const days = Math.abs(daysBetween(installment.dueDate, on));
  const name = installment.number === 0 ? 'A entrada' : `A parcela ${installment.number}`;
  const when =
    kind === 'late'
      ? `venceu há ${days} ${days === 1 ? 'dia' : 'dias'}`
      : days === 0 || on > installment.dueDate
        ? 'pode ser paga até hoje'
        : `vence em ${days} ${days === 1 ? 'dia' : 'dias'}`;
  return { key, kind, installment, days, reasons: [`${name} de ${formatMoney(installment.amount)} (${formatCivilDate(installment.dueDate)}) ${when}.`] };
}

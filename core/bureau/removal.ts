import type { Policies } from '../cadence/policies.ts';
import { addBusinessDays, businessDaysBetween } from '../calendar/index.ts';
import type { BureauEntry, Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, formatCivilDate, latest } from '../civil-date.ts';
import { isInstallmentPaid } from '../agreement/installments-due.ts';
import { lastDayOfClaim } from '../prescription/index.ts';
import { MAX_RECORD_YEARS } from './eligibility.ts';

/** Business days left at which a removal that is not confirmed yet raises the alarm. */
export const ALARM_BUSINESS_DAYS = 2;

/**
 * The last day for the record to be gone: the business days of the policy (five at most) counted from the first business day after the
 * payment cleared, which is day one (Súmula 548). Only national and bank holidays stop the clock: a local one that the bureau does not
 * keep would make the creditor late.
 */
export function removalDeadline(clearedOn: CivilDate, policies: Pick<Policies, 'bureau'>): CivilDate {
  return addBusinessDays(clearedOn, policies.bureau.removalBusinessDays);
}

export interface RemovalState {
  /** `alarm`: the deadline is near and the bureau has not confirmed the removal; `overdue`: it was missed. */
  readonly kind: 'not-needed' | 'due' | 'alarm' | 'requested' | 'overdue' | 'removed';
  readonly cause?: 'paid' | 'cancelled' | 'agreement' | 'contested' | 'five-years';
  /** The day from which the clock runs. */
  readonly clearedOn?: CivilDate;
  readonly deadline?: CivilDate;
  /** Business days to the deadline, 0 on the day itself, negative when missed. */
  readonly businessDaysLeft?: number;
  /** When to look again; null when nothing runs. */
  readonly nextActionOn: CivilDate | null;
  readonly reasons: readonly string[];
}

/**
 * Must an entry be removed, and how much time is left? The clock runs when all its debts are paid, when an agreement replaced them and its
 * first instalment was paid, when the creditor cancelled them, or when the oldest completes five years (then the day itself is the
 * deadline). A contested debt raises no clock of law, but its record should rest too: it is said, without a deadline.
 */
export function removalState(entry: BureauEntry, subject: Pick<Case, 'debts' | 'agreements'>, policies: Pick<Policies, 'bureau'>, on: CivilDate): RemovalState {
  if (entry.status === 'removed')
    return {
      kind: 'removed',
      nextActionOn: null,
      reasons: [`O registro foi retirado${entry.removedOn === undefined ? '' : ` em ${formatCivilDate(entry.removedOn)}`}.`],
    };
  if (entry.status === 'refused') return { kind: 'not-needed', nextActionOn: null, reasons: ['O registro não foi aceito: não há o que retirar.'] };
  const ground = groundOf(entry, subject, policies, on);
  if (!ground) return restingState(entry, subject, fiveYearsWarningOn(entry, subject, policies));
  const { cause, clearedOn, deadline } = ground;
  const businessDaysLeft = on <= deadline ? businessDaysBetween(on, deadline) : -businessDaysBetween(deadline, on);
  const state = { cause, clearedOn, deadline, businessDaysLeft };
  const because = `${BECAUSE[cause]} em ${formatCivilDate(clearedOn)}`;
  if (on > deadline)
    return {
      ...state,
      kind: 'overdue',
      nextActionOn: addDays(on, 1),
      reasons: [
        `Prazo perdido: ${because.charAt(0).toLowerCase()}${because.slice(1)}, e o registro devia ter saído até ${formatCivilDate(deadline)} (Súmula 548). Retire hoje.`,
      ],
    };
  const left = businessDaysLeft === 0 ? 'hoje é o último dia' : `${businessDaysLeft === 1 ? 'falta 1 dia útil' : `faltam ${businessDaysLeft} dias úteis`}`;
  const near = businessDaysLeft <= ALARM_BUSINESS_DAYS;
  if (entry.status === 'removal-requested')
    return {
      ...state,
      kind: near ? 'alarm' : 'requested',
      nextActionOn: addDays(on, 1),
      reasons: [`Retirada pedida e ainda sem confirmação; precisa sair até ${formatCivilDate(deadline)} (${left}). Confirme no cadastro.`],
    };
  const kind = near ? 'alarm' : 'due';
  return { ...state, kind, nextActionOn: addDays(on, 1), reasons: [`${because}: peça a retirada até ${formatCivilDate(deadline)} (${left}).`] };
}

const BECAUSE: Readonly<Record<NonNullable<RemovalState['cause']>, string>> = {
  paid: 'A dívida foi quitada',
  cancelled: 'A dívida foi cancelada',
  agreement: 'A primeira parcela do acordo foi paga',
  contested: 'A dívida foi contestada',
  'five-years': 'O registro completa cinco anos',
};

interface Ground {
  readonly cause: 'paid' | 'cancelled' | 'agreement' | 'five-years';
  readonly clearedOn: CivilDate;
  readonly deadline: CivilDate;
}

function groundOf(entry: BureauEntry, subject: Pick<Case, 'debts' | 'agreements'>, policies: Pick<Policies, 'bureau'>, on: CivilDate): Ground | undefined {
  const debts = subject.debts.filter((debt) => entry.debtIds.includes(debt.id));
  const grounds: Ground[] = [];
  const within = (cause: 'paid' | 'cancelled' | 'agreement', clearedOn: CivilDate): void => {
    if (clearedOn <= on) grounds.push({ cause, clearedOn, deadline: removalDeadline(clearedOn, policies) });
  };
  if (debts.length > 0 && debts.every((debt) => debt.status !== 'open')) {
    const payments = debts.flatMap((debt) => debt.payments.map((payment) => payment.date)).filter((date) => date <= on);
    const paid = debts.some((debt) => debt.status === 'paid');
    // A cancellation leaves no date on the debt: without a payment the clock runs from today, the day it was seen.
    within(paid ? 'paid' : 'cancelled', payments.length > 0 ? payments.reduce(latest) : on);
  }
  for (const agreement of subject.agreements) {
    if (agreement.status === 'broken' || !debts.some((debt) => agreement.debtIds.length === 0 || agreement.debtIds.includes(debt.id))) continue;
    const first = agreement.installments
      .filter(isInstallmentPaid)
      .map((installment) => installment.paidOn!)
      .sort()[0];
    if (first !== undefined) within('agreement', first);
  }
  const warnFrom = fiveYearsWarningOn(entry, subject, policies);
  if (warnFrom !== null && on >= warnFrom) {
    const lastDay = fiveYearsOn(entry, subject)!;
    grounds.push({ cause: 'five-years', clearedOn: lastDay, deadline: lastDay });
  }
  return grounds.sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0))[0];
}

/** When the entry's oldest debt completes five years. */
function fiveYearsOn(entry: BureauEntry, subject: Pick<Case, 'debts'>): CivilDate | undefined {
  return subject.debts
    .filter((debt) => entry.debtIds.includes(debt.id))
    .map((debt) => lastDayOfClaim(debt.dueDate, MAX_RECORD_YEARS))
    .sort()[0];
}

function fiveYearsWarningOn(entry: BureauEntry, subject: Pick<Case, 'debts'>, policies: Pick<Policies, 'bureau'>): CivilDate | null {
  const lastDay = fiveYearsOn(entry, subject);
  return lastDay === undefined ? null : addBusinessDays(lastDay, -policies.bureau.removalBusinessDays);
}

function restingState(entry: BureauEntry, subject: Pick<Case, 'debts'>, nextActionOn: CivilDate | null): RemovalState {
  const debts = subject.debts.filter((debt) => entry.debtIds.includes(debt.id));
  const contested = debts.find((debt) => debt.status === 'open' && debt.contestedOn !== undefined);
  if (contested)
    return {
      kind: 'due',
      cause: 'contested',
      clearedOn: contested.contestedOn!,
      nextActionOn,
      reasons: [`O título ${contested.number} está contestado: suspenda o registro enquanto a contestação durar.`],
    };
  const paid = debts.filter((debt) => debt.status !== 'open').length;
  return {
    kind: 'not-needed',
    nextActionOn,
    reasons: [
      paid > 0
        ? `${paid} de ${debts.length} dívidas do registro estão pagas; as outras o mantêm, e o valor precisa ser corrigido (CDC 43 §3).`
        : 'As dívidas do registro continuam em aberto.',
    ],
  };
}

import type { Agreement, Case, Debt } from '../case/index.ts';
import { openDebts } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { isPrescribed } from './last-day.ts';

/** The open debts of a case, each in the one drawer that says whether it may be charged. Oldest due date first in each. */
export interface DebtStandings {
  readonly chargeable: readonly Debt[];
  /** Covered by an agreement in force. */
  readonly agreed: readonly Debt[];
  /** Under contest (CDC 54-G). */
  readonly contested: readonly Debt[];
  readonly prescribed: readonly Debt[];
}

/** Which open debts may be charged on a day. A debt in several drawers stands in the first: agreed, contested, prescribed. */
export function debtStandings(subject: Pick<Case, 'debts' | 'agreements'>, prescriptionYears: number, on: CivilDate): DebtStandings {
  const standings = { chargeable: [] as Debt[], agreed: [] as Debt[], contested: [] as Debt[], prescribed: [] as Debt[] };
  for (const debt of openDebts(subject)) {
    if (agreementCovering(subject, debt.id)) standings.agreed.push(debt);
    else if (debt.contestedOn !== undefined) standings.contested.push(debt);
    else if (isPrescribed(debt.dueDate, prescriptionYears, on)) standings.prescribed.push(debt);
    else standings.chargeable.push(debt);
  }
  return standings;
}

/** What a message, an offer or a bureau may claim on a day: open, not contested, not in an agreement, not prescribed. */
export function chargeableDebts(subject: Pick<Case, 'debts' | 'agreements'>, prescriptionYears: number, on: CivilDate): readonly Debt[] {
  return debtStandings(subject, prescriptionYears, on).chargeable;
}

/** The agreement in force that covers a debt; one that names no debt covers all of them. */
export function agreementCovering(subject: Pick<Case, 'agreements'>, debtId: string): Agreement | undefined {
  return subject.agreements.find((agreement) => agreement.status === 'active' && (agreement.debtIds.length === 0 || agreement.debtIds.includes(debtId)));
}

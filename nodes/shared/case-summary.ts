import type { Case } from '../../core/case/index.ts';
import type { DebtsCharges } from '../../core/charges/index.ts';
import type { Policies } from '../../core/cadence/policies.ts';
import { policiesSchema } from '../../core/cadence/policies.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { maskDocument } from '../../core/identity/index.ts';
import { collectibleDebts, greetingName } from '../../core/message/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { chargesFor } from '../../core/payment/index.ts';

/** For a case that no run has touched yet. */
export const USUAL_POLICIES: Policies = policiesSchema.parse({});

/** What is owed and may be charged: debts that are contested, in an agreement or prescribed stay out. */
export function chargesOf(subject: Case, policies: Pick<Policies, 'contract' | 'cityHolidays' | 'prescription'>, on: CivilDate): DebtsCharges {
  return chargesFor(collectibleDebts(subject, on, policies.prescription.years), subject.debtor, policies, on);
}

/** The debtor as a table shows them. */
export function debtorSummary(subject: Case) {
  const { name, document, kind, uf } = subject.debtor;
  return { name, firstName: greetingName(subject.debtor), documentMasked: maskDocument(document), kind, uf };
}

/** The debts in one line of a table; dates are the oldest debt's. */
export function debtSummary(subject: Case, charges: DebtsCharges) {
  const debts = collectibleDebts(subject, charges.asOf);
  const oldest = debts[0];
  return {
    count: debts.length,
    oldestNumber: oldest?.number ?? null,
    dueDate: oldest?.dueDate ?? null,
    daysOverdue: charges.daysOverdue,
    principal: centsToDecimal(charges.principal),
    total: centsToDecimal(charges.total),
  };
}

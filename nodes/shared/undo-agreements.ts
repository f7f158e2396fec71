import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Agreement, Case } from '../../core/case/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { chargesOf, debtSummary } from './case-summary.ts';
import type { Moment } from './today.ts';

/** Breaks agreements in force; what was paid under them stands on the debts then. Done twice it does no harm. */
export async function undoAgreements(
  subject: Case,
  agreements: readonly Agreement[],
  settings: CadenceSettings,
  moment: Moment,
  ledger: Ledger,
  { inRun = false }: { readonly inRun?: boolean } = {},
) {
  let after = subject;
  for (const { id } of agreements) after = await ledger.breakAgreement({ caseId: subject.id, agreementId: id, on: moment.today, at: moment.now, inRun });
  const undone = agreements.map(({ id, installments }) => ({
    id,
    status: 'broken' as const,
    paid: centsToDecimal(installments.reduce((sum, one) => sum + (one.paidAmount ?? (one.paidOn === undefined ? 0 : one.amount)), 0)),
  }));
  const charges = chargesOf(after, settings.policies, moment.today);
  return { subject: after, add: { agreement: undone[0], agreements: undone, debt: debtSummary(after, charges) } };
}

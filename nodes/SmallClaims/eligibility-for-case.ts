import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { centsToDecimal } from '../../core/money.ts';
import { chargeableDebts } from '../../core/prescription/index.ts';
import type { SmallClaimsEligibility } from '../../core/small-claims/index.ts';
import { smallClaimsEligibility } from '../../core/small-claims/index.ts';
import { chargesOf } from '../shared/case-summary.ts';

export interface CaseClaim {
  readonly amount: number;
  readonly eligibility: SmallClaimsEligibility;
}

/** Whether the creditor may take what this case owes today to the small-claims court; undefined when nothing may be claimed. */
export function claimOf(subject: Case, { creditor, policies }: CadenceSettings, on: CivilDate): CaseClaim | undefined {
  const oldest = chargeableDebts(subject, policies.prescription.years, on)[0];
  if (!oldest) return undefined;
  const amount = chargesOf(subject, policies, on).total;
  const eligibility = smallClaimsEligibility({
    amount,
    plaintiff: creditor.kind,
    dueDate: oldest.dueDate,
    on,
    withLawyer: policies.smallClaims.withLawyer,
    minAmountCents: policies.smallClaims.minAmountCents,
    prescriptionYears: policies.prescription.years,
  });
  return { amount, eligibility };
}

export function claimOnItem({ amount, eligibility }: CaseClaim) {
  return {
    amount: centsToDecimal(amount),
    eligible: eligibility.eligible,
    code: eligibility.code,
    lawyerRequired: eligibility.lawyerRequired ?? null,
    ceiling: centsToDecimal(eligibility.ceiling),
  };
}

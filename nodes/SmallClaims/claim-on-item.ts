import { centsToDecimal } from '../../core/money.ts';
import type { CaseClaim } from '../../core/run/index.ts';

export function claimOnItem({ amount, eligibility }: CaseClaim) {
  return {
    amount: centsToDecimal(amount),
    eligible: eligibility.eligible,
    code: eligibility.code,
    lawyerRequired: eligibility.lawyerRequired ?? null,
    ceiling: centsToDecimal(eligibility.ceiling),
  };
}

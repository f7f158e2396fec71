import type { Tier } from '../cadence/policies.ts';
import type { Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { decideTier } from './decide-tier.ts';

export interface TierPreview {
  readonly tierId: string;
  readonly tierName: string;
  readonly cases: number;
  readonly debt: Cents;
  readonly goodPayers: number;
}

/** How a portfolio falls into tiers, in the tiers' order, so that thresholds can be moved and looked at. */
export function previewTiers(portfolio: Iterable<{ readonly subject: Case; readonly debtTotal: Cents }>, tiers: readonly Tier[], on: CivilDate): TierPreview[] {
  const counts = new Map(tiers.map((tier) => [tier.id, { tierId: tier.id, tierName: tier.name, cases: 0, debt: 0, goodPayers: 0 }]));
  for (const { subject, debtTotal } of portfolio) {
    const decision = decideTier(subject, tiers, debtTotal, on);
    const count = counts.get(decision.tierId)!;
    count.cases += 1;
    count.debt += debtTotal;
    if (decision.goodPayer) count.goodPayers += 1;
  }
  return [...counts.values()];
}

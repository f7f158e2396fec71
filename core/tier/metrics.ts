import type { Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addMonths } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { TierDecision } from './decision.ts';

export type TierMetrics = TierDecision['metrics'];

/** The figures that tiers are decided by. Percentages are exact, not rounded: R$ 300 of R$ 10.000 is 3. */
export function tierMetrics(subject: Case, debtTotal: Cents, on: CivilDate): TierMetrics {
  const { lifetimeValue, invoicesPaid, invoicesPaidOnTime, customerSince } = subject.debtor;
  return {
    lifetimeValue,
    debt: debtTotal,
    debtToLifetimePercent: lifetimeValue > 0 ? (debtTotal * 100) / lifetimeValue : null,
    punctualityPercent: invoicesPaid > 0 ? (Math.min(invoicesPaidOnTime, invoicesPaid) * 100) / invoicesPaid : null,
    relationshipMonths: customerSince === undefined ? null : wholeMonths(customerSince, on),
  };
}

/** Whole months from `from` to `to`; the 31st counts a month on the last day of a shorter one. Never negative. */
function wholeMonths(from: CivilDate, to: CivilDate): number {
  if (to <= from) return 0;
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) > to ? months - 1 : months;
}

import type { TierMetrics } from './metrics.ts';

/** Who counts as a good payer, to be thanked and spared: a judgment, so the caller may give another. */
export interface GoodPayerRule {
  readonly minPunctualityPercent: number;
  /** One invoice paid on time says little. */
  readonly minInvoicesPaid: number;
}

export const DEFAULT_GOOD_PAYER: GoodPayerRule = { minPunctualityPercent: 80, minInvoicesPaid: 3 };

export function isGoodPayer(metrics: TierMetrics, invoicesPaid: number, rule: GoodPayerRule = DEFAULT_GOOD_PAYER): boolean {
  return metrics.punctualityPercent !== null && metrics.punctualityPercent >= rule.minPunctualityPercent && invoicesPaid >= rule.minInvoicesPaid;
}

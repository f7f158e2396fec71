/** A share with the interval in which the true one lies, all between 0 and 1. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95% of the normal distribution. */
const Z95 = 1.959963984540054;

/**
 * Score interval of a binomial share (Wilson, JASA 22, 1927): honest for few cases and for shares near 0 or 1, where "share ± 2 standard errors"
 * is not.
 * @param successes whole number from 0 to `of`
 * @param of whole number; 0 gives the whole range, for nothing is known
 */
export function wilsonInterval(successes: number, of: number, z = Z95): ShareInterval {
  if (of === 0) return { share: 0, low: 0, high: 1 };
  const share = successes / of;
  const square = (z * z) / of;
  const centre = share + square / 2;
  const margin = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return { share, low: Math.max(0, (centre - margin) / (1 + square)), high: Math.min(1, (centre + margin) / (1 + square)) };
}

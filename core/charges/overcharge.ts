import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';

/** What was charged and paid beyond what was due, and twice that: what CDC 42, sole paragraph, gives back, save an excusable mistake. */
export interface Overcharge {
  readonly excess: Cents;
  readonly doubled: Cents;
}

/**
 * @param paid cents actually paid (a charge that was not paid gives nothing back)
 * @param due cents rightly due
 * @throws ReguaError `overcharge.amount` when either is negative or no whole cent
 */
export function overcharge(paid: Cents, due: Cents): Overcharge {
  for (const [field, amount] of [
    ['paid', paid],
    ['due', due],
  ] as const) {
    if (!Number.isSafeInteger(amount) || amount < 0) {
      throw new ReguaError('overcharge.amount', 'Os valores pago e devido precisam ser zero ou mais, em centavos inteiros.', { field });
    }
  }
  const excess = Math.max(0, paid - due);
  return { excess, doubled: excess * 2 };
}

import type { Policies } from '../cadence/policies.ts';
import type { Debt, Debtor, Waiver } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import { standingAsks } from './asked-amounts.ts';
import type { ToldBy } from './offered.ts';
import { standingOffers, takenUp } from './offered.ts';

/** A debt after a payment, not covered to the cent. */
export interface ShortDebt {
  readonly debtId: string;
  /** What this payment put into it; 0 when the money did not reach it. */
  readonly share: Cents;
  readonly owed: Cents;
  readonly on: CivilDate;
}

export interface DebtWaiver extends Waiver {
  readonly debtId: string;
}

/**
 * The rests that are let go after a payment. A message that still stands settles what it asked for: a debt that got the amount named for
 * it, or all of the message's debts when together they got its sum (the money goes to the oldest first, and the growth since the
 * message falls on the last). An offer that still stands settles its debts once what came in since it was made
 * reaches it. Otherwise a rest up to the tolerance, on a debt that got something.
 * @param shares what the payment put into each debt, settled ones included
 */
export function waiveRests(
  subject: {
    readonly contacts: ToldBy;
    readonly debtor: Pick<Debtor, 'uf' | 'city'>;
    /** As they were before this payment. */
    readonly debts: readonly Pick<Debt, 'id' | 'payments'>[];
  },
  short: readonly ShortDebt[],
  shares: ReadonlyMap<string, Cents>,
  policies: Pick<Policies, 'payment' | 'cityHolidays'>,
  paidOn: CivilDate,
): DebtWaiver[] {
  if (short.length === 0) return [];
  const asks = standingAsks(subject, policies, paidOn);
  const offers = standingOffers(subject.contacts, paidOn);
  const received = (debtId: string, since: CivilDate): Cents =>
    (shares.get(debtId) ?? 0) +
    (subject.debts.find(({ id }) => id === debtId)?.payments ?? []).reduce((sum, { date, amount }) => (date >= since ? sum + amount : sum), 0);
  const tolerance = policies.payment.toleranceCents;
  return short.flatMap(({ debtId, share, owed, on }): DebtWaiver[] => {
    const kept = asks.find(({ amounts }) => {
      const asked = amounts.find((amount) => amount.debtId === debtId);
      if (!asked) return false;
      const received = amounts.reduce((sum, amount) => sum + (shares.get(amount.debtId) ?? 0), 0);
      return share >= asked.total || received >= amounts.reduce((sum, amount) => sum + amount.total, 0);
    });
    if (kept) return [{ debtId, date: on, amount: owed, reason: `Foi pago o valor pedido na mensagem de ${formatCivilDate(kept.on)}` }];
    const offer = takenUp(offers, debtId, received, tolerance);
    if (offer)
      return [
        {
          debtId,
          date: on,
          amount: owed,
          reason: `Foi paga a proposta de ${formatMoney(offer.terms.total)}, da mensagem de ${formatCivilDate(offer.on)}, dentro do prazo (${formatCivilDate(offer.terms.validUntil)})`,
        },
      ];
    return share > 0 && owed <= tolerance
      ? [{ debtId, date: on, amount: owed, reason: `Resto de ${formatMoney(owed)}, que não se cobra (até ${formatMoney(tolerance)})` }]
      : [];
  });
}

import Big from 'big.js';
import type { OfferPolicy } from '../cadence/policies.ts';
import type { Place } from '../calendar/index.ts';
import { nextBusinessDay } from '../calendar/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, addMonths, formatCivilDate } from '../civil-date.ts';
import { priceTable } from '../installments/index.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import type { Offer, OfferDiscounts, OfferInstallment } from './offer.ts';

/** Where the debtor pays (its holidays move due dates) and the anchor's debt id. */
export interface OfferContext extends Place {
  readonly cycle?: string;
}

/**
 * Every offer that a policy allows on a day: cash first, then each number of instalments that keeps the minimum. Discounts are rounded
 * down, so that no component is ever reduced beyond the policy.
 *
 * Cash and an entry fall due when the validity ends; instalments follow month by month. Without an entry the first instalment falls due
 * when the validity ends, or, with interest, a month from today, so that no interest is charged for time that did not pass. Every date
 * is moved to a business day from its own month's date, so that dates don't drift.
 */
export function offersFor(charges: Pick<DebtsCharges, 'total' | 'debts'>, policy: OfferPolicy, on: CivilDate, context: OfferContext = {}): Offer[] {
  if (charges.total <= 0) return [];
  const firstDue = nextBusinessDay(addDays(on, policy.validityDays), context);
  const base = { policyId: policy.id, original: charges.total, validUntil: firstDue };
  const prefix = [policy.id, ...(context.cycle === undefined ? [] : [context.cycle]), on].join('-');

  const cash = discountsOf(charges, policy, 100);
  const cashTotal = charges.total - cash.total;
  const offers: Offer[] = [];
  if (cashTotal > 0)
    offers.push(
      described({
        ...base,
        id: `${prefix}-avista`,
        kind: 'cash',
        total: cashTotal,
        discounts: cash,
        financing: 0,
        entry: null,
        installments: [{ number: 1, dueDate: firstDue, amount: cashTotal }],
      }),
    );

  const discounts = discountsOf(charges, policy, policy.installmentDiscountShare);
  const owed = charges.total - discounts.total;
  const entryAmount = ceilPercent(owed, policy.minEntryPercent);
  const financed = owed - entryAmount;
  const entry = entryAmount > 0 ? entryAmount : null;
  for (let count = 2; count <= policy.maxInstallments; count += 1) {
    // Fewer cents than instalments: no larger number can fit either.
    if (financed < count || Math.floor(financed / count) === 0) break;
    const rows = priceTable(financed, count, policy.monthlyRatePercent);
    // At least a cent each: rounding may leave nothing for the last one of a very small debt.
    if (rows.some((row) => row.amount < Math.max(1, policy.minInstallmentCents))) continue;
    const start = entry !== null ? addMonths(firstDue, 1) : policy.monthlyRatePercent > 0 ? addMonths(on, 1) : firstDue;
    const installments = rows.map((row, index): OfferInstallment => ({
      number: row.number,
      dueDate: nextBusinessDay(addMonths(start, index), context),
      amount: row.amount,
    }));
    const total = entryAmount + rows.reduce((sum, row) => sum + row.amount, 0);
    offers.push(described({ ...base, id: `${prefix}-${count}x`, kind: 'installments', total, discounts, financing: total - owed, entry, installments }));
  }
  return offers;
}

function discountsOf(charges: Pick<DebtsCharges, 'debts'>, policy: OfferPolicy, sharePercent: number): OfferDiscounts {
  const sum = (part: 'principal' | 'fine' | 'interest' | 'correction'): Cents => charges.debts.reduce((total, debt) => total + debt.outstanding[part], 0);
  const off = (part: 'principal' | 'fine' | 'interest' | 'correction'): Cents =>
    floorPercent(sum(part), new Big(policy.discount[part]).times(sharePercent).div(100));
  const parts = { principal: off('principal'), fine: off('fine'), interest: off('interest'), correction: off('correction') };
  return { ...parts, total: parts.principal + parts.fine + parts.interest + parts.correction };
}

const floorPercent = (amount: Cents, percent: Big): Cents => Number(percent.times(amount).div(100).round(0, Big.roundDown));
const ceilPercent = (amount: Cents, percent: number): Cents => Number(new Big(percent).times(amount).div(100).round(0, Big.roundUp));

function described(offer: Omit<Offer, 'savings' | 'description'>): Offer {
  const savings = Math.max(0, offer.original - offer.total);
  return { ...offer, savings, description: [terms(offer), consequence(offer, savings)].filter((part) => part !== '').join(' ') };
}

function terms({ kind, total, entry, installments, validUntil }: Omit<Offer, 'savings' | 'description'>): string {
  const first = installments[0]!;
  const until = formatCivilDate(validUntil);
  if (kind === 'cash') return `À vista por ${formatMoney(total)}, até ${until}.`;
  const last = installments.at(-1)!;
  const equal = `${installments.length}x de ${formatMoney(first.amount)}${last.amount === first.amount ? '' : ` (a última de ${formatMoney(last.amount)})`}`;
  return entry !== null
    ? `Entrada de ${formatMoney(entry)} até ${until} e mais ${equal}, a primeira em ${formatCivilDate(first.dueDate)}; total de ${formatMoney(total)}.`
    : `${equal}, a primeira em ${formatCivilDate(first.dueDate)}; total de ${formatMoney(total)}. Proposta válida até ${until}.`;
}

function consequence({ financing }: Omit<Offer, 'savings' | 'description'>, savings: Cents): string {
  const parts: string[] = [];
  if (savings > 0) parts.push(`Você economiza ${formatMoney(savings)}.`);
  if (financing > 0) parts.push(`O parcelamento inclui ${formatMoney(financing)} de juros.`);
  return parts.join(' ');
}

import Big from 'big.js';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import { roundCents } from '../money.ts';

export interface PriceRow {
  /** 1 for the first. */
  readonly number: number;
  readonly amount: Cents;
  readonly interest: Cents;
  readonly amortization: Cents;
  /** Owed after this instalment; 0 after the last. */
  readonly balance: Cents;
}

/** Enough digits for 600 months at any rate; the constant instalment is rounded to cents once, at the end. */
const PRECISION = 40;

/**
 * Price table (French amortisation): constant instalments PMT = PV·i ÷ (1 − (1+i)^−n), interest on the balance, each rounded half up
 * to cents; the last instalment takes the cents left over, so that amortisations add up to the amount exactly. At rate zero the
 * amount is shared equally and the last instalment takes the rest.
 * @param amount cents above zero
 * @param installments 1 to 600
 * @param monthlyRatePercent percent a month, 0 to 100, compound from period to period
 * @throws ReguaError `price.amount`, `price.installments`, `price.rate`
 */
export function priceTable(amount: Cents, installments: number, monthlyRatePercent: string | number): PriceRow[] {
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw new ReguaError('price.amount', 'O valor a parcelar precisa ser maior que zero, em centavos inteiros.', { field: 'amount' });
  if (!Number.isInteger(installments) || installments < 1 || installments > 600) {
    throw new ReguaError('price.installments', 'O número de parcelas precisa ser inteiro, de 1 a 600.', { field: 'installments' });
  }
  const rate = readRate(monthlyRatePercent);
  if (amount < installments)
    throw new ReguaError('price.amount', 'O valor é pequeno demais para tantas parcelas: cada uma teria menos de um centavo.', { field: 'amount' });
  const payment = rate.eq(0) ? Math.floor(amount / installments) : constantPayment(amount, installments, rate);
  const rows: PriceRow[] = [];
  let balance = amount;
  for (let number = 1; number <= installments; number += 1) {
    const interest = roundCents(rate.times(balance));
    const amortization = number === installments ? balance : Math.min(balance, Math.max(0, payment - interest));
    balance -= amortization;
    rows.push({ number, amount: interest + amortization, interest, amortization, balance });
  }
  return rows;
}

/** Sum of the instalments, cents. */
export const priceTotal = (rows: readonly PriceRow[]): Cents => rows.reduce((sum, row) => sum + row.amount, 0);

function constantPayment(amount: Cents, installments: number, rate: Big): Cents {
  let growth = new Big(1);
  const factor = rate.plus(1);
  for (let month = 0; month < installments; month += 1) growth = growth.times(factor).round(PRECISION);
  return roundCents(rate.times(amount).times(growth).div(growth.minus(1)));
}

function readRate(percent: string | number): Big {
  const text = String(percent).trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) > 100)
    throw new ReguaError('price.rate', 'A taxa ao mês precisa ser um percentual de 0 a 100, como 1,5.', { field: 'rate' });
  return new Big(text).div(100);
}

import Big from 'big.js';
import { ReguaError } from './errors.ts';

/** Integer amount in centavos of BRL. Arithmetic on it is plain integer arithmetic. */
export type Cents = number;

/** Rounds half away from zero ("arredondamento comercial") to whole cents, once per item. */
export function roundCents(value: Big): Cents {
  // First to 20 places: a third kept as 0,333… times three is the half cent it came from. + 0: no minus zero.
  return Number(value.round(20, Big.roundHalfUp).round(0, Big.roundHalfUp)) + 0;
}

/** `percent` of `amount`, e.g. `percentOf(10000, '2')` is 200. */
export const percentOf = (amount: Cents, percent: string | number): Cents => productOf(amount, percent, 1, 100);

/**
 * `amount × rate × times ÷ divisor`, exactly, rounded half away from zero to whole cents: in whole numbers where they fit, which is where millions of
 * charges are counted, else by big.js.
 * @param rate a decimal number, as `'1.5'`
 * @param times and `divisor` whole numbers, the divisor positive
 */
export function productOf(amount: Cents, rate: string | number, times: number, divisor: number): Cents {
  const scaled = scaledOf(rate);
  if (scaled !== undefined) {
    const above = amount * scaled.value * times;
    const below = divisor * scaled.scale;
    if (Number.isSafeInteger(above) && Number.isSafeInteger(2 * below) && above <= LARGEST_HALVED && above >= 0) {
      const rest = above % below;
      return (above - rest) / below + (2 * rest >= below ? 1 : 0);
    }
  }
  return roundCents(new Big(amount).times(rate).times(times).div(divisor));
}

const LARGEST_HALVED = Number.MAX_SAFE_INTEGER / 2;
const SCALED = new Map<string | number, { readonly value: number; readonly scale: number } | null>();
const SCALED_KEPT = 1_000;

/** A decimal number as a whole one and the power of ten it is divided by; undefined when it is not a plain decimal of few places. */
function scaledOf(rate: string | number): { readonly value: number; readonly scale: number } | undefined {
  let known = SCALED.get(rate);
  if (known === undefined) {
    const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(String(rate).trim());
    const places = match?.[2]?.length ?? 0;
    known = match ? { value: Number(match[1]! + (match[2] ?? '')), scale: 10 ** places } : null;
    if (SCALED.size >= SCALED_KEPT) SCALED.clear();
    SCALED.set(rate, known);
  }
  return known ?? undefined;
}

/**
 * Reads an amount as people and ERPs write it: `1.234,56`, `R$ 1.234,56`, `1234.56`, `1234`, or a number of reais.
 * A single separator followed by exactly three digits (`1.234`) is read as thousands, as Brazilians do.
 * @returns integer cents
 * @throws ReguaError `money.unreadable` when the text is no amount or has more than two decimals
 */
export function parseMoney(input: string | number): Cents {
  if (typeof input === 'number') {
    const cents = Number.isFinite(input) ? roundCents(new Big(input).times(100)) : Number.NaN;
    if (!Number.isSafeInteger(cents)) throw unreadable(String(input));
    return cents;
  }
  const text = input.replace(/R\$|\s|\u00a0/g, '');
  const match = /^(-)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(text);
  if (match) return toCents(match[1], match[2]!.replaceAll('.', ''), match[3]);
  // `1,234` alone could be a decimal with three places: a thousandfold mistake, so it is refused.
  const english = /^(-)?(\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:,\d{3}){2,}|\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (english) return toCents(english[1], english[2]!.replaceAll(',', ''), english[3]);
  throw unreadable(input);
}

function toCents(sign: string | undefined, whole: string, decimals = ''): Cents {
  const cents = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) throw unreadable(whole);
  return sign && cents !== 0 ? -cents : cents;
}

function unreadable(input: string): ReguaError {
  return new ReguaError('money.unreadable', `Não entendi o valor "${input}". Escreva como 1234,56 ou 1.234,56.`, { field: 'amount' });
}

/** `123456` → `"1234.56"`: the form scripts and the command line exchange. */
export function centsToDecimal(cents: Cents): string {
  const sign = cents < 0 ? '-' : '';
  const abs = Math.abs(cents);
  return `${sign}${Math.trunc(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}

/** `123456` → `"R$ 1.234,56"`, with a plain space so that SMS and tests see one kind of space. */
export function formatMoney(cents: Cents): string {
  const sign = cents < 0 ? '-' : '';
  const abs = Math.abs(cents);
  const whole = String(Math.trunc(abs / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}R$ ${whole},${String(abs % 100).padStart(2, '0')}`;
}

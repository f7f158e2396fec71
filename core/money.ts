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
export function percentOf(amount: Cents, percent: string | number): Cents {
  return roundCents(new Big(amount).times(percent).div(100));
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

import type { Cents } from '../../money.ts';

/** Reais as n8n's form shows them; exact for every whole number of cents below 2^53 / 100. */
export const toReais = (cents: Cents): number => cents / 100;

export function fromReais(reais: unknown): Cents {
  const cents = Math.round(Number(reais) * 100);
  if (typeof reais !== 'number' || !Number.isSafeInteger(cents)) throw new TypeError('not an amount');
  return cents;
}

/** An optional number as text: empty = absent. */
export const toText = (value: number | undefined): string => (value === undefined ? '' : String(value));

export function fromText(text: unknown): number | undefined {
  if (text === undefined || text === null || text === '') return undefined;
  const value = Number(String(text).replace(',', '.'));
  if (!Number.isFinite(value)) throw new TypeError(`not a number: ${String(text)}`);
  return value;
}

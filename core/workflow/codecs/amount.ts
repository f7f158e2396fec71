import { parseMoney, type Cents } from '../../money.ts';

/** Reais as n8n's form shows them; exact for every whole number of cents below 2^53 / 100. */
export const toReais = (cents: Cents): number => cents / 100;

export function fromReais(reais: unknown): Cents {
  const cents = Math.round(Number(reais) * 100);
  if (typeof reais !== 'number' || !Number.isSafeInteger(cents)) throw new TypeError('not an amount');
  return cents;
}

/** An optional number as text: empty = absent. */
export const toText = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** A number as people write it, with a comma and perhaps a percent sign; empty = absent. @throws TypeError */
export function fromText(text: unknown): number | undefined {
  const clean = String(text ?? '')
    .trim()
    .replace(/\s*%$/, '')
    .replace(',', '.');
  if (clean === '') return undefined;
  const value = Number(clean);
  if (!Number.isFinite(value)) throw new TypeError(`not a number: ${String(text)}`);
  return value;
}

/** An amount in reais as people write it (`1.500,00`); empty = absent. @throws ReguaError `money.unreadable` */
export function reaisFromText(text: unknown): Cents | undefined {
  const clean = String(text ?? '').trim();
  return clean === '' ? undefined : parseMoney(clean);
}

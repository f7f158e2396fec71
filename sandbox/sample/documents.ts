import type { Random } from './random.ts';

// Made here and not taken from core/identity: the sample also proves core right, so it may not use core's arithmetic.

/** A CPF with right check digits, as `123.456.789-09`. Whether somebody has it nobody can know; nothing is ever sent out. */
export function makeCpf(random: Random): string {
  let base = random.digits(9);
  while (/^(\d)\1*$/.test(base)) base = random.digits(9);
  const first = cpfDigit(base);
  const all = `${base}${first}${cpfDigit(base + first)}`;
  return `${all.slice(0, 3)}.${all.slice(3, 6)}.${all.slice(6, 9)}-${all.slice(9)}`;
}

function cpfDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (digits.length + 1 - index), 0);
  return ((sum * 10) % 11) % 10;
}

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A CNPJ with right check digits, as `12.345.678/0001-95`; the alphanumeric kind exists since July 2026. */
export function makeCnpj(random: Random, alphanumeric = false): string {
  const root = alphanumeric ? Array.from({ length: 8 }, () => random.pick([...ALPHANUMERIC])).join('') : random.digits(8);
  const base = `${root}${alphanumeric && random.chance(0.5) ? '0A1B' : '0001'}`;
  const first = cnpjDigit(base);
  const all = `${base}${first}${cnpjDigit(base + first)}`;
  return `${all.slice(0, 2)}.${all.slice(2, 5)}.${all.slice(5, 8)}/${all.slice(8, 12)}-${all.slice(12)}`;
}

/** Letters count as their ASCII code minus 48 (Instrução Normativa RFB 2.229/2024), weights 2 to 9 from the right. */
function cnpjDigit(characters: string): number {
  const sum = [...characters].reduceRight((total, character, index) => total + (character.charCodeAt(0) - 48) * (2 + ((characters.length - 1 - index) % 8)), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween } from '../civil-date.ts';
import type { Cents } from '../money.ts';

// Own code, not @brazilian-utils' getBoletoInfo: that one doesn't read the 44-digit barcode of a bank slip, doesn't say which
// check digit is wrong, and gives local-midnight Dates. The tests compare the two.

export interface ParsedBoleto {
  readonly valid: boolean;
  /** `bank`: a bank slip. `collection`: arrecadação, of utilities and taxes. */
  readonly type?: 'bank' | 'collection';
  /** The 47- or 48-digit line when valid (built from a barcode if need be), otherwise the digits as written. */
  readonly normalized: string;
  /** The line in its usual groups. */
  readonly formatted?: string;
  /** 44 digits. */
  readonly barcode?: string;
  /** Cents; absent when the slip leaves it open. */
  readonly amount?: Cents;
  /** Absent when the slip has none (factor 0000, or arrecadação). */
  readonly dueDate?: CivilDate;
  /** Three-digit COMPE code; bank slips only. */
  readonly bank?: string;
  /** Arrecadação's segment, 1–9. */
  readonly segment?: number;
  /** Portuguese sentence when not valid. */
  readonly reason?: string;
}

export interface BoletoOptions {
  /** The day the slip is read on: a due factor repeats every 9,000 days and only this says which of its dates is meant. */
  readonly referenceDate: CivilDate;
}

/** Factor 1000 was 03/07/2000 and, after 9999 on 21/02/2025, is 22/02/2025 again (FEBRABAN). */
const FACTOR_BASE: CivilDate = '1997-10-07';
const FACTOR_CYCLE = 9000;
/** FEBRABAN's safety window around the day of reading. */
const WINDOW_PAST = 3000;
const WINDOW_FUTURE = 5500;

/**
 * Reads a bank slip's or arrecadação's digitable line (47, 48 digits) or barcode (44), with or without punctuation.
 * Bank slips: Carta-Circular BCB 2.926/2000. Arrecadação: FEBRABAN, Layout padrão de arrecadação. Never throws.
 */
export function parseBoleto(value: string, options: BoletoOptions): ParsedBoleto {
  const digits = value.replace(/[\s.\-_]/g, '');
  const refuse = (reason: string): ParsedBoleto => ({ valid: false, normalized: digits, reason });
  if (!/^\d+$/.test(digits)) return refuse('O boleto só tem números; há letras ou símbolos nele.');
  const collection = digits.startsWith('8');
  if (collection && (digits.length === 48 || digits.length === 44)) return parseCollection(digits, refuse);
  if (!collection && (digits.length === 47 || digits.length === 44)) return parseBank(digits, options.referenceDate, refuse);
  return refuse(`A linha digitável tem 47 dígitos (48 em contas e tributos) e o código de barras, 44; este tem ${digits.length}.`);
}

function parseBank(digits: string, referenceDate: CivilDate, refuse: (reason: string) => ParsedBoleto): ParsedBoleto {
  let barcode = digits;
  if (digits.length === 47) {
    for (const [field, start, end] of [
      [1, 0, 9],
      [2, 10, 20],
      [3, 21, 31],
    ] as const) {
      if (modulo10(digits.slice(start, end)) !== Number(digits[end])) return refuse(`O dígito verificador do campo ${field} da linha digitável não confere.`);
    }
    barcode = digits.slice(0, 4) + digits.slice(32, 47) + digits.slice(4, 9) + digits.slice(10, 20) + digits.slice(21, 31);
  }
  if (bankCheckDigit(barcode.slice(0, 4) + barcode.slice(5)) !== Number(barcode[4])) return refuse('O dígito verificador geral do boleto não confere.');
  if (barcode[3] !== '9') return refuse('O boleto não está em reais (o quarto dígito deveria ser 9).');
  const line = bankLine(barcode);
  const amount = Number(barcode.slice(9, 19));
  const dueDate = dueDateOf(Number(barcode.slice(5, 9)), referenceDate);
  return {
    valid: true,
    type: 'bank',
    normalized: line,
    formatted: line.replace(/^(.{5})(.{5})(.{5})(.{6})(.{5})(.{6})(.)(.{14})$/, '$1.$2 $3.$4 $5.$6 $7 $8'),
    barcode,
    bank: barcode.slice(0, 3),
    ...(amount > 0 ? { amount } : {}),
    ...(dueDate === undefined ? {} : { dueDate }),
  };
}

function bankLine(barcode: string): string {
  const free = barcode.slice(19);
  const field = (text: string): string => `${text}${modulo10(text)}`;
  return field(barcode.slice(0, 4) + free.slice(0, 5)) + field(free.slice(5, 15)) + field(free.slice(15, 25)) + barcode[4] + barcode.slice(5, 19);
}

/**
 * The date of a due factor that falls in FEBRABAN's window around the reference date (3,000 days back, 5,500 ahead), else the
 * nearest; undefined for factors under 1000, which say that the slip has no due date.
 */
export function dueDateOf(factor: number, referenceDate: CivilDate): CivilDate | undefined {
  if (factor < 1000) return undefined;
  let best: { date: CivilDate; distance: number } | undefined;
  for (let cycle = 0; cycle < 8; cycle += 1) {
    const date = addDays(FACTOR_BASE, factor + cycle * FACTOR_CYCLE);
    const ahead = daysBetween(referenceDate, date);
    if (ahead >= -WINDOW_PAST && ahead <= WINDOW_FUTURE) return date;
    if (!best || Math.abs(ahead) < best.distance) best = { date, distance: Math.abs(ahead) };
  }
  return best?.date;
}

function parseCollection(digits: string, refuse: (reason: string) => ParsedBoleto): ParsedBoleto {
  const kind = digits[2]!;
  const check = kind === '6' || kind === '7' ? modulo10 : kind === '8' || kind === '9' ? collectionModulo11 : undefined;
  if (!check) return refuse('O terceiro dígito desta conta não indica um valor conhecido (6 a 9).');
  const segment = Number(digits[1]);
  if (segment === 0 || segment === 8) return refuse('O segundo dígito desta conta não indica um segmento conhecido.');
  let barcode = digits;
  if (digits.length === 48) {
    const blocks = [0, 12, 24, 36].map((start) => digits.slice(start, start + 12));
    for (const [index, block] of blocks.entries()) {
      if (check(block.slice(0, 11)) !== Number(block[11])) return refuse(`O dígito verificador do bloco ${index + 1} da linha digitável não confere.`);
    }
    barcode = blocks.map((block) => block.slice(0, 11)).join('');
  }
  if (check(barcode.slice(0, 3) + barcode.slice(4)) !== Number(barcode[3])) return refuse('O dígito verificador geral da conta não confere.');
  const blocks = [0, 11, 22, 33].map((start) => barcode.slice(start, start + 11)).map((block) => `${block}${check(block)}`);
  const amount = Number(barcode.slice(4, 15));
  // 6 and 8 carry the amount in cents; 7 and 9 a quantity in another unit.
  const inReais = (kind === '6' || kind === '8') && amount > 0;
  return {
    valid: true,
    type: 'collection',
    normalized: blocks.join(''),
    formatted: blocks.map((block) => `${block.slice(0, 11)}-${block[11]}`).join(' '),
    barcode,
    segment,
    ...(inReais ? { amount } : {}),
  };
}

/** Weights 2, 1, 2… from the right, digits of products added. */
function modulo10(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const product = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}

/** Remainder of weights 2–9 from the right, modulo 11. */
function remainder11(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) sum += Number(digits[digits.length - 1 - index]) * (2 + (index % 8));
  return sum % 11;
}

/** Results 0, 10 and 11 become 1. */
function bankCheckDigit(digits: string): number {
  const digit = 11 - remainder11(digits);
  return digit > 9 ? 1 : digit;
}

/** Remainders 0 and 1 give 0. */
function collectionModulo11(digits: string): number {
  const digit = 11 - remainder11(digits);
  return digit > 9 ? 0 : digit;
}

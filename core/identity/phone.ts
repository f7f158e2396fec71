import { STATES, UFS, ufOfDdd } from './uf.ts';
import type { UF } from './uf.ts';

// Own code, not @brazilian-utils' parsePhone: that one doesn't read trunk and carrier prefixes (0 15 11 …), doesn't say
// what is wrong, and doesn't restore the ninth digit.

export interface ParsedPhone {
  readonly valid: boolean;
  /** E.164: `+5511987654321`; the digits as written when not valid. */
  readonly normalized: string;
  /** `(11) 98765-4321`; as written when not valid. */
  readonly formatted: string;
  readonly type?: 'mobile' | 'landline';
  readonly ddd?: number;
  readonly uf?: UF;
  /** True when an eight-digit mobile of before 2016 got its leading 9. */
  readonly ninthDigitAdded?: boolean;
  /** Portuguese sentence when not valid. */
  readonly reason?: string;
}

export interface PhoneOptions {
  /** Area code for numbers written without one. */
  readonly defaultDdd?: number | undefined;
  /** Restore the ninth digit of old mobiles (8 digits that begin with 6–9, which no landline does). Default true. */
  readonly addNinthDigit?: boolean | undefined;
}

/**
 * Reads a Brazilian phone as people write it: `(11) 98765-4321`, `+55 11 …`, `0 11 …`, `0 15 11 …` (carrier), with an extension.
 * `55` in front is the country only when 10 or 11 digits follow it or a `+` stands before it; `55 98765-4321` is area code 55.
 * Toll-free and service numbers (0800, 4004…) are refused: they are nobody's contact. Never throws.
 */
export function parsePhone(value: string, options: PhoneOptions = {}): ParsedPhone {
  const text = value
    .normalize('NFKC')
    .trim()
    .replace(/[\s,;.]*(?:ramal|ram\.?|ext\.?|extensão|r\.)\s*:?\s*\d{1,6}$/i, '')
    .replace(/\b0?xx(?=\W*\d)/i, '0')
    .replace(/^(?:tel\.?|fone|cel\.?|whatsapp|zap|telefone|celular)\s*:?\s*/i, '')
    .replace(/[\s(-]*(?:whatsapp|whats|wpp|zap|cel\.?|celular|fixo)\s*\)?$/i, '');
  const digits = text.replace(/\D/g, '');
  const refuse = (reason: string): ParsedPhone => ({ valid: false, normalized: digits, formatted: value.trim(), reason });
  if (digits === '') return refuse('O telefone está vazio ou não tem números.');
  if (/recado/i.test(text)) return refuse('É um telefone de recado, de outra pessoa: falar da dívida com ela exporia o devedor.');
  if (digits.length >= 16 && /[/;,]|\s(?:e|ou)\s/i.test(text)) return refuse('Há mais de um telefone: escreva um por vez.');
  if (/[^\d\s()+\-./\u2010-\u2015\u2212]/.test(text)) return refuse('O telefone tem letras ou símbolos que não reconheço.');
  const international = text.startsWith('+') || text.startsWith('(+') || (digits.startsWith('00') && digits.length > 12);
  let number = international ? digits.replace(/^00/, '') : digits;
  if (international) {
    if (!number.startsWith('55')) return refuse('É um telefone de outro país; só números do Brasil são usados.');
    number = number.slice(2).replace(/^0/, '');
  } else {
    if (/^0[3589]00\d{6,7}$|^0303\d{7}$|^(?:300[34]|400\d|4020|4062)\d{4}$|^1\d{2}$/.test(number)) {
      return refuse('É um número de serviço (como 0800 ou 4004), não o telefone de uma pessoa.');
    }
    if (number.startsWith('0')) number = withoutTrunkPrefix(number);
    else if (/^550?\d{10,11}$/.test(number) && number.length > 11) number = number.slice(2).replace(/^0/, '');
  }
  if (number.length === 8 || number.length === 9) {
    if (options.defaultDdd === undefined) return refuse('Falta o DDD: escreva o telefone com o código da cidade, como (11) 98765-4321.');
    number = `${options.defaultDdd}${number}`;
  }
  if (number.length !== 10 && number.length !== 11) return refuse(`Um telefone com DDD tem 10 ou 11 dígitos e este tem ${number.length}.`);

  const ddd = Number(number.slice(0, 2));
  const uf = ufOfDdd(ddd);
  if (!uf) return refuse(`O DDD ${number.slice(0, 2)} não existe.`);
  let subscriber = number.slice(2);
  let ninthDigitAdded = false;
  if (subscriber.length === 8 && /^[6-9]/.test(subscriber)) {
    if (options.addNinthDigit === false) return refuse('Falta o nono dígito: celulares têm 9 números depois do DDD.');
    subscriber = `9${subscriber}`;
    ninthDigitAdded = true;
  }
  if (subscriber.length === 9 && !subscriber.startsWith('9')) return refuse('Celulares têm 9 números depois do DDD e começam com 9.');
  if (subscriber.length === 8 && !/^[2-5]/.test(subscriber)) return refuse('Telefones fixos começam com 2, 3, 4 ou 5 depois do DDD.');
  const type = subscriber.length === 9 ? 'mobile' : 'landline';
  return {
    valid: true,
    normalized: `+55${ddd}${subscriber}`,
    formatted: `(${ddd}) ${subscriber.slice(0, -4)}-${subscriber.slice(-4)}`,
    type,
    ddd,
    uf,
    ...(ninthDigitAdded ? { ninthDigitAdded } : {}),
  };
}

/** `0 11 …` and `0 15 11 …` (carrier code) → area code and number. */
function withoutTrunkPrefix(digits: string): string {
  const rest = digits.replace(/^0+/, '');
  const carrier = rest.length === 12 || rest.length === 13;
  return carrier ? rest.slice(2) : rest;
}

/** `+5511987654321` → `(11) *****-4321`: for screens and logs. */
export function maskPhone(normalized: string): string {
  const match = /^\+55(\d{2})(\d{4,5})(\d{4})$/.exec(normalized);
  return match ? `(${match[1]}) ${'*'.repeat(match[2]!.length)}-${match[3]}` : '***';
}

/** Every area code in use, ascending. */
export const DDDS: readonly number[] = UFS.flatMap((uf) => STATES[uf].ddds).sort((a, b) => a - b);

import type { Debtor } from '../case/index.ts';
import { firstNameOf, formatDocument } from '../identity/index.ts';

/** CPF or CNPJ with its punctuation, however it was written; letters of a new CNPJ are kept. Anything else stays. */
export function displayDocument(document: string): string {
  const plain = document.replace(/[.\-/\s]/g, '').toUpperCase();
  const formatted = formatDocument(plain);
  return formatted === plain ? document.trim() : formatted;
}

/** `CNPJ 12.345.678/0001-95` or `CPF 529.982.247-25`; what has neither's form is named by both. */
export function namedDocument(document: string): string {
  const shown = displayDocument(document);
  const name = /^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(shown) ? 'CPF' : /^[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}$/.test(shown) ? 'CNPJ' : 'CNPJ/CPF';
  return `${name} ${shown}`;
}

/** `+5511987654321` → `(11) 98765-4321`; free-call and unknown forms stay as written. */
export function displayPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const national = digits.length > 11 && digits.startsWith('55') ? digits.slice(2) : digits;
  if (!/^[1-9][1-9](9\d{8}|[2-5]\d{7})$/.test(national)) return phone.trim();
  return `(${national.slice(0, 2)}) ${national.slice(2, -4)}-${national.slice(-4)}`;
}

const SMALL_WORDS = new Set(['de', 'da', 'do', 'das', 'dos', 'e', 'di', 'del']);

/** A name on one line, and in ordinary case when the ERP shouts it: `MARIA DA SILVA` → `Maria da Silva`. */
export function displayName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean !== clean.toUpperCase() && clean !== clean.toLowerCase()) return clean;
  return clean
    .toLowerCase()
    .split(' ')
    .map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : capitalise(word)))
    .join(' ');
}

/** Letters after a hyphen, an apostrophe or a point are capitals too: `D'Ávila`, `Ana-Clara`. */
function capitalise(word: string): string {
  return word.replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** What a debtor is greeted by: a person's first name; a company's whole name, because the first word of one is rarely what it is called. */
export function greetingName({ name, kind }: Pick<Debtor, 'name' | 'kind'>): string {
  return kind === 'company' ? displayName(name) : firstNameOf(displayName(name));
}

import { isValidCnpj } from '@brazilian-utils/brazilian-utils/is-valid-cnpj';
import { isValidCpf } from '@brazilian-utils/brazilian-utils/is-valid-cpf';

// @brazilian-utils/brazilian-utils: the one library that follows Receita's alphanumeric CNPJ; no dependencies. Wrapped because it
// answers true or false, and a person who typed a wrong number needs to know what is wrong with it.

export interface ParsedDocument {
  readonly kind: 'cpf' | 'cnpj';
  readonly valid: boolean;
  /** Without punctuation, letters upper-cased and kept; what is stored. */
  readonly normalized: string;
  /** With punctuation, for people; the normalised text when the length is wrong. */
  readonly formatted: string;
  /** Portuguese sentence when not valid. Never holds the number itself. */
  readonly reason?: string;
}

/**
 * Reads a CPF or a CNPJ, numeric or alphanumeric (IN RFB 2.229/2024: a character counts as its ASCII code − 48), with or
 * without punctuation. Never throws: what is wrong is in `reason`.
 */
export function parseDocument(value: string, kind?: 'cpf' | 'cnpj'): ParsedDocument {
  const normalized = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-/\u2010-\u2015\u2212]/g, '');
  const is = kind ?? (/^\d{0,11}$/.test(normalized) ? 'cpf' : 'cnpj');
  const reason = is === 'cpf' ? cpfProblem(normalized) : cnpjProblem(normalized);
  const base = { kind: is, valid: reason === undefined, normalized, formatted: formatDocument(normalized) };
  return reason === undefined ? base : { ...base, reason };
}

function cpfProblem(digits: string): string | undefined {
  if (digits === '') return 'O CPF está vazio.';
  if (/\D/.test(digits)) return 'O CPF só tem números; há letras ou símbolos nele.';
  if (digits.length < 11) return `O CPF tem 11 dígitos e este tem ${digits.length}. Planilhas costumam perder zeros do começo: confira.`;
  if (digits.length > 11) return `O CPF tem 11 dígitos e este tem ${digits.length}.`;
  if (/^(\d)\1{10}$/.test(digits)) return 'Este CPF é uma sequência de dígitos iguais, que nunca é emitida.';
  return isValidCpf(digits) ? undefined : 'Os dígitos verificadores do CPF não conferem: algum número foi digitado errado.';
}

function cnpjProblem(text: string): string | undefined {
  if (text === '') return 'O CNPJ está vazio.';
  if (/[^0-9A-Z]/.test(text)) return 'O CNPJ só tem números e letras sem acento; há outros símbolos nele.';
  if (text.length !== 14)
    return `O CNPJ tem 14 caracteres e este tem ${text.length}.${text.length < 14 && /^\d+$/.test(text) ? ' Planilhas costumam perder zeros do começo: confira.' : ''}`;
  if (!/\d\d$/.test(text)) return 'Os dois últimos caracteres do CNPJ são sempre números.';
  if (/^(.)\1{13}$/.test(text)) return 'Este CNPJ é uma sequência de caracteres iguais, que nunca é emitida.';
  return isValidCnpj(text, { version: 2 }) ? undefined : 'Os dígitos verificadores do CNPJ não conferem: algum caractere foi digitado errado.';
}

/** `52998224725` → `529.982.247-25`; `12ABC34501DE35` → `12.ABC.345/01DE-35`; other lengths unchanged. */
export function formatDocument(normalized: string): string {
  if (/^\d{11}$/.test(normalized)) return normalized.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4');
  if (/^[0-9A-Z]{14}$/.test(normalized)) return normalized.replace(/^(..)(...)(...)(....)(..)$/, '$1.$2.$3/$4-$5');
  return normalized;
}

/**
 * What is shown and logged: `***.982.247-**` for a CPF, as the Federal Government's transparency portal does;
 * the first five and last two characters for a CNPJ, whose data is public anyway. Anything else is hidden whole.
 */
export function maskDocument(value: string): string {
  const formatted = parseDocument(value).formatted;
  if (/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(formatted)) return `***${formatted.slice(3, 11)}-**`;
  if (formatted.length === 18) return `${formatted.slice(0, 6)}.***/****${formatted.slice(15)}`;
  return '***';
}

import { repairMojibake } from './encoding.ts';

const SMALL_WORDS = new Set(['de', 'da', 'do', 'das', 'dos', 'o', 'a', 'no', 'na', 'para', 'r']);

/**
 * A column name reduced to what identifies it: `\ufeffData de Vencimento (*)` → `datavencimento`, `CPF/CNPJ do Cliente` → `cpfcnpjcliente`,
 * `e-mail` → `email`. A letter lost to a wrong encoding stays as `\ufffd`.
 */
export function foldHeader(header: string): string {
  return fold(repairMojibake(header).replace(/\([^)]*\)/g, ' '));
}

/**
 * The ways to read a column's name that has brackets, the most telling first: `Cliente (CNPJ/CPF)` says a CNPJ or CPF of a client, and
 * `Valor (R$)` is a value. Without brackets it is one way.
 */
export function headerReadings(header: string): readonly string[] {
  const text = repairMojibake(header);
  const inside = [...text.matchAll(/\(([^)]*)\)/g)].map((match) => match[1]!).join(' ');
  if (inside.trim() === '') return [foldHeader(header)];
  return [...new Set([fold(text), fold(inside), foldHeader(header)])].filter((reading) => reading !== '');
}

function fold(text: string): string {
  const words = text
    .replace(/\bn\.?[º°]\.?/gi, ' numero ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9\ufffd]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return (telling.length > 0 ? telling : words).join('');
}

const LOST = '\ufffd';

/** Equal, or equal where a `\ufffd` stands for one lost letter. */
export function matchesFolded(folded: string, name: string): boolean {
  if (!folded.includes(LOST)) return folded === name;
  return folded.length === name.length && [...folded].every((character, index) => character === LOST || character === name[index]);
}

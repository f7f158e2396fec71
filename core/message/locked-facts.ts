import { escapePattern } from './escape-pattern.ts';

export type FactKind = 'money' | 'date' | 'link' | 'email' | 'phone' | 'percent' | 'document' | 'code' | 'number' | 'name';

/** Something a rewording may neither lose, change nor invent. */
export interface Fact {
  readonly kind: FactKind;
  /** As written in the text. */
  readonly value: string;
}

export interface LockFactsOptions {
  /** The case's and the creditor's names, which no pattern can find. Those that stand in the text become facts. */
  readonly names?: readonly string[] | undefined;
}

/** In order: what an earlier pattern takes, a later one does not see. */
const PATTERNS: readonly (readonly [FactKind, RegExp])[] = [
  ['link', /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]|\bwww\.[^\s<>"']*[^\s<>"'.,;:!?)]/g],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['code', /\b000201\S{20,}(?: \S+6304\S{4})?/g],
  ['document', /\b\d{2}\.?[\dA-Z]{3}\.?[\dA-Z]{3}\/[\dA-Z]{4}-?\d{2}\b|(?:\d{3}|\*{3})\.\d{3}\.\d{3}-(?:\d{2}|\*{2})/g],
  [
    'date',
    /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}º? de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)(?: de \d{4})?/gi,
  ],
  ['money', /R\$ ?\d{1,3}(?:\.\d{3})+(?:,\d{2})?|R\$ ?\d+(?:,\d{2})?|\b\d+(?:\.\d{3})*,\d{2}\b(?!%)|\b\d+(?:,\d+)? reais\b/g],
  ['percent', /\d+(?:,\d+)? ?%/g],
  ['phone', /(?:\+55 ?)?\(\d{2}\) ?\d{4,5}-?\d{4}|\b0[35689]00[ -]?\d{3}[ -]?\d{4}\b/g],
  ['code', /\b(?=[A-Z\d./-]*\d)[A-Z][A-Z\d]*(?:[-./][A-Z\d]+)+\b|\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{4,}\b/g],
  ['number', /\b\d+(?:\.\d{3})*\b/g],
];

/**
 * The facts of a text: amounts, dates, links, addresses, telephones, documents, codes, percentages, other numbers, and the given names.
 * Each as often as it stands there.
 */
export function lockFacts(text: string, options: LockFactsOptions = {}): Fact[] {
  const facts: Fact[] = [];
  let rest = text;
  const take = (kind: FactKind, pattern: RegExp) => {
    rest = rest.replace(pattern, (value) => {
      facts.push({ kind, value });
      // Cut out with its length kept apart, so that what stood on both sides does not grow together.
      return ' \u0000 ';
    });
  };
  const names = [...new Set(options.names ?? [])].filter((name) => name.trim().length > 1).sort((a, b) => b.length - a.length);
  for (const name of names) take('name', new RegExp(`(?<![\\p{L}\\d])${escapePattern(name)}(?![\\p{L}\\d])`, 'gu'));
  for (const [kind, pattern] of PATTERNS) take(kind, pattern);
  return facts;
}

/** What two ways to write one fact have in common: `R$ 100,00` and `R$100,00`, `2 %` and `2%`, an address in capitals. */
export function factKey({ kind, value }: Fact): string {
  switch (kind) {
    case 'money':
      return `money:${value.replace(/R\$|reais|\s|\./g, '').replace(/,00$/, '')}`;
    case 'percent':
      return `percent:${value.replace(/\s/g, '')}`;
    case 'phone':
      return `phone:${value.replace(/\D/g, '').replace(/^55(?=\d{10,11}$)/, '')}`;
    case 'email':
      return `email:${value.toLowerCase()}`;
    case 'date':
      return `date:${value.toLowerCase().replace(/\b0(\d)/g, '$1')}`;
    case 'link':
    case 'document':
    case 'code':
    case 'number':
    case 'name':
      return `${kind}:${value}`;
  }
}

import type { Case } from '../case/index.ts';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
// A voice script says its amounts in words.
const AMOUNT = /R\$\s?\d|\breais\b|\bcentavos?\b/i;
const MASKED_DOCUMENT = /\*{2,3}\.?\d{3}\.?\d{3}-?\*{2}|\d{3}\.\*{3}\.\*{3}-\d{2}|\*{2}\.?\*{3}\.?\*{3}\/|[\dA-Z]{2}\.\*{3}\.\*{3}\//;

/**
 * What a text tells about the debtor or the debt that a stranger must not read: full name, CPF or CNPJ (masked too), amounts, numbers
 * of títulos, payment codes. The first name alone is let through: without it nobody could ask for the person.
 * @returns Portuguese names of what was found, empty when nothing was
 */
export function personalDataIn(text: string, subject: Pick<Case, 'debtor' | 'debts'>): string[] {
  const plain = fold(text);
  const characters = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const name = fold(subject.debtor.name.trim());
  const found: string[] = [];
  if (name.includes(' ') && plain.includes(name)) found.push('nome completo');
  const document = subject.debtor.document.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if ((document.length >= 11 && characters.includes(document)) || MASKED_DOCUMENT.test(text)) found.push('CPF ou CNPJ');
  if (AMOUNT.test(text)) found.push('valor');
  // A number as short as "12" is in too many texts to mean anything.
  if (subject.debts.some((debt) => debt.number.length >= 4 && plain.includes(fold(debt.number)))) found.push('número do título');
  if (subject.debts.some((debt) => debt.paymentCode !== undefined && debt.paymentCode !== '' && text.includes(debt.paymentCode)))
    found.push('código de pagamento');
  return found;
}

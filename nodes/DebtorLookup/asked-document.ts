import { ReguaError } from '../../core/errors.ts';
import { parseDocument } from '../../core/identity/index.ts';

/**
 * The CPF or CNPJ that was asked for, normalized.
 * @throws ReguaError `document.invalid` saying what is wrong with it, so that a typing error is not taken for "we hold nothing"
 */
export function askedDocument(given: unknown): string {
  const { normalized, reason } = parseDocument(String(given));
  if (reason !== undefined) throw new ReguaError('document.invalid', `${reason} Corrija o campo "CPF ou CNPJ".`, { field: 'document' });
  return normalized;
}

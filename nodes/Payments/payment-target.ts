import { ReguaError } from '../../core/errors.ts';
import { parseDocument } from '../../core/identity/index.ts';

export interface TargetParameters {
  readonly debtNumber: string;
  readonly document: string;
  readonly caseId: string;
}

/** Where a person says a payment belongs; the item's own case when nothing is said. @throws ReguaError `document.invalid` */
export function targetOf({ debtNumber, document, caseId }: TargetParameters, item: object): { debtNumber?: string; document?: string; caseId?: string } {
  const number = String(debtNumber).trim();
  const given = String(document).trim();
  const { normalized, reason } = given === '' ? { normalized: '', reason: undefined } : parseDocument(given);
  if (reason !== undefined) throw new ReguaError('document.invalid', `${reason} Corrija o campo "CPF ou CNPJ".`, { field: 'document' });
  const named = String(caseId).trim();
  const fromItem = number === '' && given === '' && 'caseId' in item && typeof item.caseId === 'string' ? item.caseId : '';
  const id = named || fromItem;
  return { ...(number === '' ? {} : { debtNumber: number }), ...(normalized === '' ? {} : { document: normalized }), ...(id === '' ? {} : { caseId: id }) };
}

import type { Creditor } from '../cadence/policies.ts';
import type { Case } from '../case/index.ts';
import { parseDocument } from '../identity/index.ts';

export interface MissingDatum {
  readonly field: string;
  /** What a person has to find out: Portuguese. */
  readonly message: string;
}

/** What the petition needs by Lei 9.099/95, art. 14 §1 I (names, qualification, addresses) and this case lacks. */
export function missingForPetition({ debtor }: Pick<Case, 'debtor'>, creditor: Creditor): MissingDatum[] {
  const missing: MissingDatum[] = [];
  const add = (field: string, message: string) => missing.push({ field, message });
  if (debtor.name.trim() === '') add('debtor.name', 'Nome completo do devedor.');
  if (!debtor.address?.trim()) add('debtor.address', 'Endereço completo do devedor, para a citação.');
  if (!debtor.city?.trim()) add('debtor.city', 'Cidade do devedor: em regra a ação corre no juizado de onde ele mora (Lei 9.099/95, art. 4º, I).');
  if (!parseDocument(debtor.document).valid) add('debtor.document', 'CPF ou CNPJ válido do devedor.');
  if (creditor.name.trim() === '') add('creditor.name', 'Nome da empresa autora.');
  if (creditor.address.trim() === '') add('creditor.address', 'Endereço da empresa autora.');
  if (!parseDocument(creditor.document).valid) add('creditor.document', 'CNPJ ou CPF válido da empresa autora.');
  return missing;
}

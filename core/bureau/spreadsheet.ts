// papaparse: quoting as spreadsheets expect it, already used to read portfolios.
import Papa from 'papaparse';
import type { CadenceSettings } from '../cadence/settings.ts';
import type { BureauEntry, Case } from '../case/index.ts';
import { chargeDebt } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { centsToDecimal } from '../money.ts';
import { payableThere } from '../payment/index.ts';

/** What a bureau is asked about one entry. */
export interface BureauRequest {
  readonly entry: BureauEntry;
  readonly subject: Case;
  readonly settings: CadenceSettings;
}

const COLUMNS = [
  'Operação',
  'Código',
  'CNPJ/CPF do credor',
  'Credor',
  'CPF/CNPJ do devedor',
  'Devedor',
  'Endereço',
  'Cidade',
  'UF',
  'Título',
  'Vencimento',
  'Valor',
];

/**
 * For bureaus by contract, whose layouts are not public: a spreadsheet for a person to send by the bureau's own page, a line for each debt of each entry
 * that waits to be included or removed. CPFs stand in full, which the bureau identifies debtors by. Excel reads it in Portuguese; no cell is a formula.
 */
export function bureauSpreadsheet(requests: readonly BureauRequest[], on: CivilDate): string {
  const rows = requests.flatMap((request) => linesOf(request, on));
  // The mark at the beginning is what makes Excel read accents right.
  return `\ufeff${Papa.unparse([COLUMNS, ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function linesOf({ entry, subject, settings: { creditor, policies } }: BureauRequest, on: CivilDate): string[][] {
  const { debtor } = subject;
  const payable = payableThere(debtor, policies);
  return subject.debts
    .filter((debt) => entry.debtIds.includes(debt.id))
    .map((debt) => [
      entry.status === 'requested' ? 'INCLUIR' : 'RETIRAR',
      entry.id,
      creditor.document,
      creditor.name,
      debtor.document,
      debtor.name,
      debtor.address ?? '',
      debtor.city ?? '',
      debtor.uf,
      debt.number,
      formatCivilDate(debt.dueDate),
      centsToDecimal(chargeDebt(debt, policies.contract, on, undefined, payable).total).replace('.', ','),
    ]);
}

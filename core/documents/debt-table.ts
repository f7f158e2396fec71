import type { CadenceSettings } from '../cadence/settings.ts';
import type { Case, Debt } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import { workingLines } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { maskDocument } from '../identity/index.ts';
import { displayName } from '../message/display.ts';
import { formatMoney } from '../money.ts';
import { creditorIdentification } from './creditor-identification.ts';
import type { TableColumn } from './pdf-writer.ts';
import { PdfWriter } from './pdf-writer.ts';

export interface DebtTableInput {
  readonly subject: Case;
  readonly settings: Pick<CadenceSettings, 'creditor'>;
  /** The debts that `charges.debts` are about, in the same order. */
  readonly debts: readonly Debt[];
  readonly charges: DebtsCharges;
  readonly on: CivilDate;
}

/**
 * Memória de cálculo: every debt with every item, its formula and the sums. CPF masked: the table is shown to many.
 * @throws ReguaError `documents.charges` when debts and charges do not go together
 */
export async function debtTablePdf({ subject, settings, debts, charges, on }: DebtTableInput): Promise<Uint8Array> {
  if (debts.length !== charges.debts.length) {
    throw new ReguaError('documents.charges', 'A conta e os títulos não são os mesmos. Calcule de novo os encargos dos títulos em aberto.', {
      field: 'charges',
    });
  }
  const { debtor } = subject;
  const pdf = await PdfWriter.create({ title: 'Memória de cálculo', author: settings.creditor.name, on, footer: creditorIdentification(settings.creditor) });
  pdf.title('Memória de cálculo');
  pdf.paragraph(
    `Devedor: ${displayName(debtor.name)} (${debtor.kind === 'company' ? 'CNPJ' : 'CPF'} ${maskDocument(debtor.document)})\nData da conta: ${formatCivilDate(charges.asOf)}`,
  );
  for (const [index, debt] of debts.entries()) {
    const charged = charges.debts[index]!;
    const rows = [
      ...charged.items.map(({ label, formula, amount }) => [label, workingLines(formula).join('\n'), formatMoney(amount)]),
      ['Total do título', '', formatMoney(charged.total)],
    ];
    pdf.heading(`Título ${debt.number}${debt.description ? `: ${debt.description}` : ''}`, Math.min(pdf.tableHeight(WORKING, rows) + 20, HALF_A_PAGE));
    pdf.paragraph(`Vencimento em ${formatCivilDate(debt.dueDate)}, ${charged.daysOverdue === 1 ? '1 dia' : `${charged.daysOverdue} dias`} de atraso.`, {
      after: 4,
    });
    pdf.table(WORKING, rows, { boldLast: true });
  }
  const line = (title: string, due: string, { principal, fine, interest, correction, total }: Sums): string[] => {
    const added = fine + interest + correction;
    return [title, due, formatMoney(principal), formatMoney(added), formatMoney(total - principal - added), formatMoney(total)];
  };
  const rows = [...debts.map((debt, index) => line(debt.number, formatCivilDate(debt.dueDate), charges.debts[index]!)), line('Total', '', charges)];
  pdf.heading('Resumo', Math.min(pdf.tableHeight(SUMMARY, rows), HALF_A_PAGE));
  pdf.table(SUMMARY, rows, { boldLast: true });
  if (charges.warnings.length > 0) {
    pdf.heading('Observações');
    pdf.list(charges.warnings.map(({ message }) => message));
  }
  return pdf.bytes();
}

type Sums = Pick<DebtsCharges, 'principal' | 'fine' | 'interest' | 'correction' | 'total'>;

const HALF_A_PAGE = 320;
const WORKING: readonly TableColumn[] = [
  { title: 'Item', width: 3 },
  { title: 'Como foi calculado', width: 7 },
  { title: 'Valor', width: 2, align: 'right' },
];
const SUMMARY: readonly TableColumn[] = [
  { title: 'Título', width: 4 },
  { title: 'Vencimento', width: 2 },
  { title: 'Original', width: 2, align: 'right' },
  { title: 'Encargos', width: 2, align: 'right' },
  { title: 'Pago e abatido', width: 2, align: 'right' },
  { title: 'Total', width: 2, align: 'right' },
];

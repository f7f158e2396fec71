import type { Creditor } from '../cadence/policies.ts';
import type { Debtor } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { breakdownLines } from '../message/breakdown.ts';
import { displayName } from '../message/display.ts';
import { formatMoney } from '../money.ts';
import { creditorIdentification, creditorPlace } from './creditor-identification.ts';
import { mm, PdfWriter } from './pdf-writer.ts';

export interface LetterInput {
  /** From `composeMessage` on the channel `letter`. */
  readonly message: { readonly subject?: string; readonly text: string };
  readonly debtor: Pick<Debtor, 'name' | 'address'>;
  readonly creditor: Creditor;
  /** Shown as a table under the text; absent in letters that ask for no money. */
  readonly charges?: DebtsCharges | undefined;
  readonly on: CivilDate;
}

/**
 * The formal letter as PDF: A4 folded in three for a DL window envelope, the address in the window (20 mm from the left edge, 45 to 85 mm
 * from the top), fold marks at 99 and 198 mm, the creditor's name, address and document on every page (CDC 42-A). No CPF: what shows through a
 * window everybody can read.
 */
export async function letterPdf({ message, debtor, creditor, charges, on }: LetterInput): Promise<Uint8Array> {
  const subject = message.subject ?? 'Carta';
  const pdf = await PdfWriter.create({ title: subject, author: creditor.name, on, footer: creditorIdentification(creditor) });
  pdf.at(mm(20), mm(14), [creditor.name], { size: 13, bold: true });
  pdf.at(mm(20), mm(21), addressLines(creditorPlace(creditor)), { size: 8 });
  pdf.at(mm(20), mm(48), [displayName(debtor.name), ...addressLines(debtor.address ?? '')], { size: 11 });
  for (const fold of [99, 198]) pdf.tick(mm(fold));
  pdf.moveTo(mm(100));
  pdf.paragraph(`${creditor.city ? `${creditor.city}, ` : ''}${formatCivilDate(on)}`, { align: 'right', after: 12 });
  pdf.paragraph(subject, { bold: true, size: 12, after: 12 });
  for (const block of message.text.split(/\n{2,}/)) pdf.paragraph(block);
  if (charges && charges.debts.length > 0) {
    pdf.heading(`Como chegamos ao valor em ${formatCivilDate(charges.asOf)}`);
    pdf.table(
      [{ title: 'Item', width: 3 }, { title: 'Valor', width: 1, align: 'right' }],
      [...breakdownLines(charges).map(({ label, amount }) => [label, formatMoney(amount)]), ['Total', formatMoney(charges.total)]],
      { boldLast: true },
    );
  }
  return pdf.bytes();
}

/** An address on one line, as cases hold it, in lines short enough for the window (about 45 characters), cut at its commas. */
function addressLines(address: string): string[] {
  const lines: string[] = [];
  for (const part of address.split(/\s*,\s*/).filter((piece) => piece !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 2 <= 45) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines.slice(0, 5);
}

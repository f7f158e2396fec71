import type { Creditor } from '../cadence/policies.ts';
import type { Debtor } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { breakdownLines } from '../message/breakdown.ts';
import { displayName } from '../message/display.ts';
import { formatMoney } from '../money.ts';
import { creditorIdentification, creditorPlace } from './creditor-identification.ts';
import { longDate } from './long-date.ts';
import type { TableColumn } from './pdf-writer.ts';
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
 * The formal letter as PDF: A4 folded in three for a DL window envelope, the address in the window (20 to 110 mm from the left edge, 45 to 85 mm
 * from the top), fold marks at 99 and 198 mm, the creditor's name, address and document on every page (CDC 42-A). No CPF: what shows through a
 * window everybody can read.
 */
export async function letterPdf({ message, debtor, creditor, charges, on }: LetterInput): Promise<Uint8Array> {
  const subject = message.subject ?? 'Carta';
  const pdf = await PdfWriter.create({ title: subject, author: creditor.name, on, footer: creditorIdentification(creditor) });
  const heading = pdf.at(LEFT, mm(12), [creditor.name], { size: 13, bold: true, width: mm(165), most: 2 });
  pdf.at(LEFT, mm(13) + heading * 16.25, [creditorPlace(creditor)], { size: 8, width: WINDOW_WIDTH, most: 4 });
  pdf.at(LEFT, mm(47), [displayName(debtor.name), ...addressLines(debtor.address ?? '')], { size: 10, width: WINDOW_WIDTH, most: 8 });
  for (const fold of [99, 198]) pdf.tick(mm(fold));
  pdf.moveTo(mm(100));
  pdf.paragraph(`${creditor.city ? `${creditor.city}, ` : ''}${longDate(on)}`, { align: 'right', after: 12 });
  pdf.paragraph(subject, { bold: true, size: 12, after: 12 });
  for (const block of message.text.split(/\n{2,}/)) pdf.paragraph(block);
  if (charges && charges.debts.length > 0) {
    const rows = [...breakdownLines(charges).map(({ label, amount }) => [label, formatMoney(amount)]), ['Total', formatMoney(charges.total)]];
    pdf.heading(`Como chegamos ao valor em ${formatCivilDate(charges.asOf)}`, pdf.tableHeight(COLUMNS, rows));
    pdf.table(COLUMNS, rows, { boldLast: true });
  }
  return pdf.bytes();
}

/** As far in as the text below, inside the window. */
const LEFT = mm(25);
const WINDOW_WIDTH = mm(82);
const COLUMNS: readonly TableColumn[] = [
  { title: 'Item', width: 3 },
  { title: 'Valor', width: 1, align: 'right' },
];

/** An address on one line, as cases hold it, in lines for the window: the street with its number, and then as much as fits between commas. */
function addressLines(address: string): string[] {
  const [street, number, ...rest] = address.split(/\s*,\s*/).filter((piece) => piece !== '');
  if (street === undefined) return [];
  const lines = number !== undefined && /^(\d|s\/?n)/i.test(number) ? [`${street}, ${number}`] : number === undefined ? [street] : [street, number];
  for (const part of rest) {
    const last = lines.at(-1)!;
    if (last.length + part.length + 2 <= 45) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines;
}

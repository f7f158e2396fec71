import { longDate } from '../documents/long-date.ts';
import { PdfWriter, SIGNATURE_HEIGHT } from '../documents/pdf-writer.ts';
import { formatMoney } from '../money.ts';
import type { PetitionInput } from './petition-content.ts';
import { petitionContent } from './petition-content.ts';

/** The first petition as a draft PDF that a person reads, completes, signs and files. Plain words, as Lei 9.099/95, art. 14 §1 asks. */
export async function petitionPdf(input: PetitionInput): Promise<Uint8Array> {
  const content = petitionContent(input);
  const { creditor } = input.settings;
  const pdf = await PdfWriter.create({ title: 'Petição inicial', author: creditor.name, on: input.on });
  pdf.paragraph(content.addressedTo, { bold: true, size: 12, after: 24 });
  pdf.title('Ação de cobrança');
  pdf.heading('1. As partes');
  pdf.paragraph(`Parte autora: ${content.plaintiff}`);
  pdf.paragraph(`Parte ré: ${content.defendant}`);
  pdf.heading('2. Os fatos, em resumo');
  const [debts, ...facts] = content.facts;
  pdf.paragraph(debts ?? '', { after: content.titles.length > 0 ? 4 : 8 });
  if (content.titles.length > 0) pdf.list(content.titles.map((title, index) => `${title}${index === content.titles.length - 1 ? '.' : ';'}`));
  for (const fact of facts) pdf.paragraph(fact);
  pdf.heading('3. O fundamento');
  pdf.paragraph(content.grounds);
  pdf.heading('4. O pedido');
  pdf.paragraph('A parte autora pede:', { after: 4 });
  pdf.list(content.requests);
  pdf.heading('5. O valor da causa');
  pdf.paragraph(`${formatMoney(content.value)} (${content.valueInWords}).`);
  // Nobody signs a page that holds nothing else.
  pdf.heading('6. Os documentos', content.evidence.length * 18 + SIGNATURE_HEIGHT);
  pdf.list(content.evidence);
  pdf.signature(`${creditor.city || '____________________'}, ${longDate(input.on)}`, creditor.name || 'Parte autora');
  return pdf.bytes();
}

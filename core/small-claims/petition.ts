import { formatCivilDate } from '../civil-date.ts';
import { PdfWriter } from '../documents/pdf-writer.ts';
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
  for (const fact of content.facts) pdf.paragraph(fact);
  pdf.heading('3. O fundamento');
  pdf.paragraph(content.grounds);
  pdf.heading('4. O pedido');
  pdf.paragraph('A parte autora pede:', { after: 4 });
  pdf.list(content.requests);
  pdf.heading('5. O valor da causa');
  pdf.paragraph(`${formatMoney(content.value)} (${content.valueInWords}).`);
  pdf.heading('6. Os documentos');
  pdf.list(content.evidence);
  pdf.signature(`${creditor.city || '____________________'}, ${formatCivilDate(input.on)}`, creditor.name || 'Parte autora');
  return pdf.bytes();
}

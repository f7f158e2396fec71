import type { CadenceSettings } from '../cadence/settings.ts';
import type { Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { displayName } from '../message/display.ts';
import { creditorIdentification } from './creditor-identification.ts';
import type { EvidenceContent } from './evidence.ts';
import { localTime, MEANS_LABELS, PURPOSE_LABELS, STATUS_LABELS } from './evidence.ts';
import { PdfWriter } from './pdf-writer.ts';

export interface NoticesInput {
  readonly subject: Case;
  readonly settings: Pick<CadenceSettings, 'creditor'>;
  readonly contents: readonly EvidenceContent[];
  readonly on: CivilDate;
}

/** What the court wants to see in full: that the debtor was asked and told. */
const NOTICES: ReadonlySet<string> = new Set(['formal', 'bureau-notice', 'legal-notice', 'offer']);

export function noticesIn(contents: readonly EvidenceContent[]): EvidenceContent[] {
  return contents
    .filter(({ contact }) => NOTICES.has(contact.purpose) && contact.status !== 'claimed' && contact.status !== 'composed')
    .sort((a, b) => (a.contact.at < b.contact.at ? -1 : 1));
}

/** Formal messages and notices word for word, each with its receipt; an electronic notice counts when its delivery is proven (STJ, Tema 1.315). */
export async function noticesPdf({ subject, settings, contents, on }: NoticesInput): Promise<Uint8Array> {
  const pdf = await PdfWriter.create({ title: 'Avisos e comprovantes', author: settings.creditor.name, on, footer: creditorIdentification(settings.creditor) });
  pdf.title('Avisos enviados e comprovantes de entrega');
  pdf.paragraph(`Destinatário: ${displayName(subject.debtor.name)}. Horários no fuso de ${subject.debtor.uf}.`);
  const notices = noticesIn(contents);
  if (notices.length === 0) pdf.paragraph('Nenhum aviso formal foi enviado.');
  for (const [index, { contact, subject: title, text, providerMessageId, error }] of notices.entries()) {
    pdf.heading(`${index + 1}. ${PURPOSE_LABELS[contact.purpose]} por ${MEANS_LABELS[contact.channel]}`);
    pdf.list(
      [
        `Enviado em ${localTime(contact.at, subject)}; situação: ${STATUS_LABELS[contact.status]}.`,
        contact.deliveredAt ? `Entrega comprovada em ${localTime(contact.deliveredAt, subject)}.` : 'Entrega ainda sem comprovação.',
        contact.answeredAt ? `Respondido em ${localTime(contact.answeredAt, subject)}.` : '',
        providerMessageId ? `Identificação no provedor: ${providerMessageId}.` : '',
        error ? `Falha informada: ${error}` : '',
      ].filter((line) => line !== ''),
    );
    if (title) pdf.paragraph(`Assunto: ${title}`, { bold: true, after: 4 });
    for (const block of text.split(/\n{2,}/)) pdf.paragraph(block, { indent: 14, size: 10, after: 5 });
  }
  return pdf.bytes();
}

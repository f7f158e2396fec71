import type { CadenceSettings } from '../cadence/settings.ts';
import type { Case } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { displayName } from '../message/display.ts';
import { formatMoney } from '../money.ts';
import { creditorIdentification } from './creditor-identification.ts';
import { contactsThatLeft, localTime, PURPOSE_LABELS, STATUS_LABELS } from './evidence.ts';
import { PdfWriter } from './pdf-writer.ts';

export interface ContactLogInput {
  readonly subject: Case;
  readonly settings: Pick<CadenceSettings, 'creditor'>;
  readonly on: CivilDate;
}

/** Every contact that left, with its times on the debtor's clock and what became of it; then promises and agreements. */
export async function contactLogPdf({ subject, settings, on }: ContactLogInput): Promise<Uint8Array> {
  const pdf = await PdfWriter.create({ title: 'Histórico de contatos', author: settings.creditor.name, on, footer: creditorIdentification(settings.creditor) });
  pdf.title('Histórico de contatos');
  pdf.paragraph(`Devedor: ${displayName(subject.debtor.name)}. Horários no fuso de ${subject.debtor.uf}. Histórico até ${formatCivilDate(on)}.`);
  const contacts = contactsThatLeft(subject);
  if (contacts.length === 0) pdf.paragraph('Nenhum contato foi feito.');
  else {
    pdf.table(
      [
        { title: 'Data e hora', width: 5 },
        { title: 'Canal', width: 3 },
        { title: 'Assunto', width: 5 },
        { title: 'Situação', width: 3 },
        { title: 'Entrega comprovada', width: 5 },
        { title: 'Resposta', width: 5 },
      ],
      contacts.map((contact) => [
        localTime(contact.at, subject),
        CHANNEL_LABELS[contact.channel],
        PURPOSE_LABELS[contact.purpose],
        STATUS_LABELS[contact.status],
        contact.deliveredAt ? localTime(contact.deliveredAt, subject) : '-',
        contact.answeredAt ? localTime(contact.answeredAt, subject) : '-',
      ]),
    );
  }
  if (subject.promises.length > 0) {
    pdf.heading('Promessas de pagamento');
    pdf.table(
      [
        { title: 'Feita em', width: 1 },
        { title: 'Para', width: 1 },
        { title: 'Valor', width: 1, align: 'right' },
        { title: 'Situação', width: 1 },
      ],
      subject.promises.map((promise) => [
        formatCivilDate(promise.madeOn),
        formatCivilDate(promise.dueOn),
        formatMoney(promise.amount),
        { open: 'aguardando', kept: 'cumprida', broken: 'não cumprida' }[promise.status],
      ]),
    );
  }
  if (subject.agreements.length > 0) {
    pdf.heading('Acordos');
    pdf.table(
      [
        { title: 'Feito em', width: 2 },
        { title: 'Valor', width: 2, align: 'right' },
        { title: 'Parcelas', width: 1, align: 'right' },
        { title: 'Pagas', width: 1, align: 'right' },
        { title: 'Situação', width: 3 },
      ],
      subject.agreements.map((agreement) => [
        formatCivilDate(agreement.madeOn),
        formatMoney(agreement.total),
        String(agreement.installments.length),
        String(agreement.installments.filter(({ paidOn }) => paidOn !== undefined).length),
        { active: 'em vigor', completed: 'cumprido', broken: `rompido${agreement.brokenOn ? ` em ${formatCivilDate(agreement.brokenOn)}` : ''}` }[
          agreement.status
        ],
      ]),
    );
  }
  return pdf.bytes();
}

import { localMoment, parseInstant, timeZoneOf } from '../calendar/index.ts';
import type { Case, Channel, Contact, ContactStatus, Instant, MessagePurpose } from '../case/index.ts';
import { formatCivilDate } from '../civil-date.ts';

/** A message as it was written, from the ledger's `contents`. */
export interface EvidenceContent {
  readonly contact: Contact;
  readonly subject?: string;
  readonly text: string;
  readonly providerMessageId?: string;
  readonly error?: string;
}

export const PURPOSE_LABELS: Readonly<Record<MessagePurpose, string>> = {
  reminder: 'Lembrete',
  charge: 'Cobrança',
  formal: 'Mensagem formal',
  offer: 'Oferta',
  'bureau-notice': 'Aviso prévio de negativação',
  'legal-notice': 'Aviso de ação judicial',
  thanks: 'Agradecimento',
  survey: 'Pesquisa',
  agreement: 'Sobre acordo',
  other: 'Outra mensagem',
};

/** By what means, within a sentence. */
export const MEANS_LABELS: Readonly<Record<Channel, string>> = { email: 'e-mail', sms: 'SMS', whatsapp: 'WhatsApp', voice: 'telefone', letter: 'carta' };

export const STATUS_LABELS: Readonly<Record<ContactStatus, string>> = {
  claimed: 'em envio',
  composed: 'escrita, não enviada',
  sent: 'enviada',
  delivered: 'entregue',
  read: 'lida',
  answered: 'respondida',
  failed: 'não entregue',
  unknown: 'sem confirmação',
};

/** An instant as the debtor's clock showed it: `11/01/2026 09:03`. */
export function localTime(instant: Instant, { debtor }: Pick<Case, 'debtor'>): string {
  const { date, minute } = localMoment(parseInstant(instant), timeZoneOf(debtor.uf, debtor.city));
  return `${formatCivilDate(date)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Contacts that really left, oldest first. */
export function contactsThatLeft(subject: Pick<Case, 'contacts'>): Contact[] {
  return subject.contacts.filter(({ status }) => status !== 'claimed' && status !== 'composed').sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

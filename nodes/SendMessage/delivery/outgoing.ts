import { letterPdf } from '../../../core/documents/index.ts';
import type { ComposedMessage } from '../../../core/message/composed.ts';
import type { OutgoingMessage } from '../../../providers/messaging/index.ts';
import type { Attempt, Candidate } from './attempt.ts';

/** A message as a provider takes it; a letter comes with the page to print. */
export async function outgoing(attempt: Attempt, candidate: Candidate, message: ComposedMessage, contactId: string): Promise<OutgoingMessage> {
  const { subject, charges, request } = attempt;
  const base = {
    reference: contactId,
    channel: candidate.channel,
    to: candidate.address,
    toName: subject.debtor.name,
    text: message.text,
    ...(message.subject === undefined ? {} : { subject: message.subject }),
    ...(message.html === undefined ? {} : { html: message.html }),
  };
  if (candidate.channel !== 'letter') return base;
  const debtor = { name: subject.debtor.name, address: candidate.address };
  return { ...base, pdf: await letterPdf({ message, debtor, creditor: request.settings.creditor, charges, on: request.moment.today }) };
}

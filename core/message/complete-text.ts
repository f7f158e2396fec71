import type { Channel, MessagePurpose } from '../case/index.ts';
import type { TextFinding } from './composed.ts';
import { namedDocument } from './display.ts';
import type { PartValues } from './parts-in-text.ts';
import { partsInText } from './parts-in-text.ts';
import type { RequiredPart } from './required-parts.ts';
import { requiredParts } from './required-parts.ts';

/** A part as text that goes before or after the body. */
interface AddedPart {
  readonly before?: string;
  readonly after?: string;
}

export interface CompletedText {
  readonly text: string;
  /** Parts that were added because the body lacked them. */
  readonly added: readonly RequiredPart[];
  /** Parts that could not be added because the creditor's data lacks them. */
  readonly findings: readonly TextFinding[];
}

/** Adds to a rendered body the required parts it lacks, in the channel's own short form. */
export function completeText(body: string, purpose: MessagePurpose, channel: Channel, values: PartValues): CompletedText {
  const present = partsInText(body, values);
  const before: string[] = [];
  const after: string[] = [];
  const added: RequiredPart[] = [];
  const findings: TextFinding[] = [];
  const required = requiredParts(purpose, channel);
  const identifies =
    required.includes('creditor-identification') && !present.has('creditor-identification') && !!values.creditor.document && !!values.creditor.address;
  for (const part of required) {
    // The identification starts with the name.
    if (present.has(part) || (part === 'creditor-name' && identifies && values.creditor.name)) continue;
    const words = wordsFor(part, channel, values);
    if (words === undefined) {
      const finding = lacking(part, channel, values);
      if (finding) findings.push(finding);
      continue;
    }
    added.push(part);
    if (words.before) before.push(words.before);
    if (words.after) after.push(words.after);
  }
  const separator = channel === 'sms' || channel === 'voice' ? ' ' : '\n\n';
  const text = [before.join(' ') + (before.length > 0 && body !== '' ? ' ' : '') + body, ...after].filter((piece) => piece !== '').join(separator);
  return { text, added, findings };
}

function wordsFor(part: RequiredPart, channel: Channel, values: PartValues): AddedPart | undefined {
  const { amount, payment, contact, creditor } = values;
  switch (part) {
    case 'creditor-name':
      if (!creditor.name) return undefined;
      if (channel === 'sms') return { before: `${creditor.name}:` };
      if (channel === 'voice') return { before: `Aqui é da ${creditor.name}.` };
      return { after: creditor.name };
    case 'itemised-value':
      if (channel === 'sms') return { after: `Valor: ${amount.breakdownShort}.` };
      return { after: `Valor de hoje: ${amount.breakdown}.` };
    case 'payment':
      return paymentWords(channel, payment);
    case 'contact':
      return contactWords(channel, contact);
    case 'opt-out':
      return { after: values.optOut.instructions };
    case 'creditor-identification':
      return creditor.document && creditor.address ? { after: `${creditor.name ?? ''} · ${namedDocument(creditor.document)}\n${creditor.address}` } : undefined;
  }
}

function paymentWords(channel: Channel, { link, pixKey, instructions }: PartValues['payment']): AddedPart | undefined {
  if (channel === 'voice') return undefined;
  if (channel === 'sms') return link ? { after: `Pague: ${link}` } : pixKey ? { after: `Pix: ${pixKey}` } : undefined;
  return instructions ? { after: instructions } : undefined;
}

function contactWords(channel: Channel, { phone, whatsapp, email, person }: PartValues['contact']): AddedPart | undefined {
  if (person === undefined) return undefined;
  if (channel === 'sms') return { after: `Fale: ${(whatsapp ?? phone ?? email)!}.` };
  if (channel === 'voice') return { after: `Para pagar ou conversar com uma pessoa, ${phone ? `ligue para ${phone}` : person}.` };
  return { after: `Para falar com uma pessoa, ${person}.` };
}

/** Why a part is missing, when somebody has to do something about it. */
function lacking(part: RequiredPart, channel: Channel, values: PartValues): TextFinding | undefined {
  switch (part) {
    case 'creditor-name':
      return finding(
        'message.no-creditor',
        'error',
        'A mensagem não diz quem cobra: falta o nome da empresa (CDC, art. 42-A).',
        'Preencha o nome em Dados da empresa.',
      );
    case 'payment':
      // A call gives the telephone instead of a link.
      if (channel === 'voice' && values.contact.person) return undefined;
      return finding('message.no-payment', 'warning', 'A mensagem não diz como pagar.', 'Preencha a página de pagamento ou a chave Pix em Dados da empresa.');
    case 'contact':
      return finding(
        'message.no-person',
        'error',
        'A mensagem não diz como falar com uma pessoa.',
        'Preencha telefone, WhatsApp ou e-mail em Dados da empresa.',
      );
    case 'creditor-identification':
      return finding(
        'message.no-creditor-identification',
        channel === 'whatsapp' ? 'warning' : 'error',
        'Documento de cobrança precisa do nome, endereço e CPF ou CNPJ de quem cobra (CDC, art. 42-A).',
        'Preencha CNPJ e endereço em Dados da empresa.',
      );
    case 'itemised-value':
    case 'opt-out':
      return undefined;
  }
}

function finding(code: string, severity: TextFinding['severity'], message: string, suggestion: string): TextFinding {
  return { code, severity, excerpt: '', message, suggestion };
}

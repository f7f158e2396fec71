import type { Channel, MessagePurpose } from '../case/index.ts';
import { CHANNELS_WITH_OPT_OUT } from './variables.ts';

/**
 * What every message has to have, by purpose and channel:
 *
 * | part | purposes | channels |
 * |---|---|---|
 * | creditor's name | all | all |
 * | itemised value | reminder, charge, formal, offer, bureau-notice, legal-notice, agreement | all |
 * | way to pay | the same | all |
 * | way to talk to a person | all | all |
 * | way to opt out | all | SMS, WhatsApp, e-mail |
 * | creditor's address and CPF/CNPJ (CDC 42-A) | those that collect | e-mail, letter, WhatsApp |
 *
 * SMS and calls are too short for the address; they name the creditor, and the page that their link opens shows the rest.
 * A body that lacks a part gets it, in the channel's own form: see `completeText`.
 */
export const REQUIRED_PARTS = ['creditor-name', 'itemised-value', 'payment', 'contact', 'opt-out', 'creditor-identification'] as const;
export type RequiredPart = (typeof REQUIRED_PARTS)[number];

const COLLECTING: ReadonlySet<MessagePurpose> = new Set<MessagePurpose>([
  'reminder',
  'charge',
  'formal',
  'offer',
  'bureau-notice',
  'legal-notice',
  'agreement',
]);

/** True for purposes that ask for money and so owe the debtor the value, a way to pay and the creditor's data. */
export function collects(purpose: MessagePurpose): boolean {
  return COLLECTING.has(purpose);
}

export function requiredParts(purpose: MessagePurpose, channel: Channel): RequiredPart[] {
  const parts: RequiredPart[] = ['creditor-name'];
  if (collects(purpose)) parts.push('itemised-value', 'payment');
  parts.push('contact');
  if (CHANNELS_WITH_OPT_OUT.has(channel)) parts.push('opt-out');
  if (collects(purpose) && channel !== 'sms' && channel !== 'voice') parts.push('creditor-identification');
  return parts;
}

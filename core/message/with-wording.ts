import type { Creditor } from '../cadence/policies.ts';
import type { MessagePurpose } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { LeavingMessage } from './composed.ts';
import { emailHtml } from './email-html.ts';
import { toGsm7 } from './gsm7.ts';
import { collects } from './required-parts.ts';
import { smsSegments } from './sms-segments.ts';

/** A composed message in another wording that `verifyWording` let pass; what is derived from the text is made again. */
export function withWording(
  message: LeavingMessage,
  text: string,
  context: { readonly purpose: MessagePurpose; readonly charges: DebtsCharges; readonly creditor: Creditor },
): LeavingMessage {
  // A registered WhatsApp template has its own words, which these no longer are.
  const { whatsapp: _, ...rest } = message;
  const base = { ...rest, text, variant: `${message.variant}+ia` };
  if (message.sms) {
    const plain = toGsm7(text);
    const shortest = smsSegments(plain).segments < smsSegments(text).segments ? plain : text;
    const { segments, encoding, length } = smsSegments(shortest);
    return { ...base, text: shortest, sms: { segments, encoding, length } };
  }
  if (message.html === undefined) return base;
  return {
    ...base,
    html: emailHtml({ subject: message.subject ?? '', text, charges: collects(context.purpose) ? context.charges : undefined, creditor: context.creditor }),
  };
}

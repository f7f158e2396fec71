import type { RequiredPart } from './required-parts.ts';

/** The values a finished text is searched for. */
export interface PartValues {
  readonly amount: {
    readonly breakdown: string;
    readonly breakdownShort: string;
    readonly principal: string;
    readonly total: string;
    readonly fine: string;
    readonly interest: string;
    readonly correction: string;
  };
  readonly payment: {
    readonly link?: string | undefined;
    readonly pix?: string | undefined;
    readonly pixKey?: string | undefined;
    readonly instructions?: string | undefined;
  };
  readonly contact: {
    readonly phone?: string | undefined;
    readonly whatsapp?: string | undefined;
    readonly email?: string | undefined;
    readonly person?: string | undefined;
  };
  readonly creditor: { readonly name?: string | undefined; readonly document?: string | undefined; readonly address?: string | undefined };
  readonly optOut: { readonly instructions: string };
  readonly agreement?: { readonly installment?: { readonly amount: string } | undefined } | undefined;
}

const NOTHING = 'R$ 0,00';

/**
 * Which required parts a finished text already has. It looks at the text and not at the template, so that a variable inside an
 * `{% if %}` that was not taken does not count, and a reworded text is judged by what it says.
 */
export function partsInText(text: string, values: PartValues): Set<RequiredPart> {
  const has = (value: string | undefined) => value !== undefined && value !== '' && text.includes(value);
  const { amount, payment, contact, creditor } = values;
  const parts = new Set<RequiredPart>();
  const charges = [amount.fine, amount.interest, amount.correction].filter((charge) => charge !== NOTHING);
  if (
    has(amount.breakdown) ||
    has(amount.breakdownShort) ||
    (has(amount.principal) && has(amount.total) && charges.every(has)) ||
    has(values.agreement?.installment?.amount)
  )
    parts.add('itemised-value');
  if (has(payment.link) || has(payment.pix) || has(payment.pixKey)) parts.add('payment');
  if (has(contact.phone) || has(contact.whatsapp) || has(contact.email) || has(contact.person)) parts.add('contact');
  if (has(values.optOut.instructions) || /\bsair\b/i.test(text)) parts.add('opt-out');
  if (has(creditor.name)) parts.add('creditor-name');
  if (has(creditor.document) && has(creditor.address)) parts.add('creditor-identification');
  return parts;
}

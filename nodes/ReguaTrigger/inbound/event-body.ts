import { z } from 'zod';
import { channelSchema } from '../../../core/cadence/blocks.ts';
import { DEFAULT_REASONS } from '../../../core/case/index.ts';
import { parseCivilDate } from '../../../core/civil-date.ts';
import { parseDocument } from '../../../core/identity/index.ts';
import { TEXT_LIMITS } from '../../../core/limits.ts';
import { parseMoney } from '../../../core/money.ts';
import { REVERSAL_KINDS } from '../../../core/payment/index.ts';

const text = z.string().trim().min(1).max(TEXT_LIMITS.reference);
const longText = z.string().max(TEXT_LIMITS.text);

/** A CPF or CNPJ in any spelling, as digits and capitals. */
const document = text.transform((value, context) => {
  const { normalized, reason } = parseDocument(value);
  if (reason === undefined) return normalized;
  context.addIssue({ code: 'custom', message: reason.replace(/\.$/, '') });
  return z.NEVER;
});

/** So many titles of one debtor are named at once. */
const MOST_DEBTS = 1000;

/** `"150,00"`, `"150.00"` or a number of reais → cents. */
const money = z.union([z.string(), z.number()]).transform((value, context) => {
  try {
    const cents = parseMoney(value);
    if (cents > 0) return cents;
  } catch {
    // said below
  }
  context.addIssue({ code: 'custom', message: 'escreva um valor maior que zero, como "150,00"' });
  return z.NEVER;
});

const date = z.string().transform((value, context) => {
  try {
    return parseCivilDate(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'escreva a data como 2026-11-21' });
    return z.NEVER;
  }
});

/** An instant, given with `Z` or an offset, as UTC. */
const instant = z.iso.datetime({ offset: true, error: 'escreva o instante como 2026-11-21T12:00:00Z' }).transform((value) => new Date(value).toISOString());

/** Who it is about: any one of these; the most specific one that is given counts. */
const who = {
  caseId: text.optional(),
  debtNumber: text.optional(),
  document: document.optional(),
  phone: text.optional(),
  email: text.optional(),
};

const common = {
  ...who,
  /** The sender's own id of the event: the same one twice has its effects once. */
  id: text.optional(),
  at: instant.optional(),
  /** Why the debtor fell behind, when they told. */
  reason: z.enum(DEFAULT_REASONS).optional(),
};

/** The JSON that the trigger takes by POST, one event a request; keys that are not known are let pass. */
export const eventBodySchema = z.discriminatedUnion('event', [
  z.object({ ...common, event: z.literal('payment'), reference: text, amount: money, paidOn: date.optional(), debtId: text.optional() }),
  z.object({
    ...common,
    event: z.literal('reversal'),
    /** The reversal's own id at the provider; without it a payment is reversed whole, once. */
    reference: text.optional(),
    paymentReference: text,
    reversalKind: z.enum(REVERSAL_KINDS).default('refund'),
    amount: money.optional(),
    on: date.optional(),
    note: longText.optional(),
  }),
  z.object({ ...common, event: z.literal('reply'), channel: channelSchema, text: longText }),
  z.object({ ...common, event: z.literal('promise'), dueOn: date, amount: money.optional() }),
  z.object({ ...common, event: z.literal('agreement'), offerId: text.optional(), installments: z.int().min(1).max(120).default(1), policyId: text.optional() }),
  z.object({
    ...common,
    event: z.literal('dispute'),
    debtNumbers: z.array(text).max(MOST_DEBTS).optional(),
    resolved: z.boolean().default(false),
    text: longText.optional(),
  }),
  z.object({ ...common, event: z.literal('optOut'), channel: z.union([channelSchema, z.literal('all')]).default('all') }),
  z.object({ ...common, event: z.literal('survey'), score: z.number().min(0).max(10), comment: longText.optional() }),
  z
    .object({
      ...common,
      event: z.literal('delivery'),
      /** Our contact id, which providers get as `reference`. */
      reference: text.optional(),
      providerMessageId: text.optional(),
      status: z.enum(['delivered', 'read', 'failed']),
      failure: longText.optional(),
    })
    .refine(({ reference, providerMessageId }) => reference !== undefined || providerMessageId !== undefined, {
      path: ['providerMessageId'],
      error: 'informe reference ou providerMessageId da mensagem',
    }),
]);
export type EventBody = z.output<typeof eventBodySchema>;
export type EventBodyOf<K extends EventBody['event']> = Extract<EventBody, { event: K }>;

/** What is wrong with a body, as a sentence for whoever sends it, and in which field. */
export function bodyComplaint(error: z.ZodError): { readonly reason: string; readonly field?: string } {
  const issue = error.issues[0]!;
  const field = issue.path.map(String).join('.');
  if (field === '') return { reason: 'O corpo precisa ser um objeto JSON com o campo "event".' };
  return { field, reason: field === 'event' ? EVENTS_KNOWN : `Confira o campo "${field}": ${whatIsWrong(issue)}.` };
}

const EVENTS_KNOWN = 'O campo "event" precisa ser um de: payment, reply, promise, agreement, dispute, optOut, survey, delivery, reversal.';

function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  if (issue.code === 'too_big' && issue.origin === 'string') return `passa de ${Number(issue.maximum).toLocaleString('pt-BR')} caracteres`;
  return 'falta, ou não é um valor permitido';
}
